package com.pfavanguard.operations;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The one JSON mapper of this library: manifests are records, moments are ISO 8601. */
public final class Documents {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS).build();

  private Documents() {}

  public static String pretty(Object document) {
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(document) + "\n";
  }

  public static String line(Object document) {
    return MAPPER.writeValueAsString(document);
  }

  public static ObjectNode tree(Object document) {
    return MAPPER.valueToTree(document);
  }

  public static JsonNode parse(String text) {
    return MAPPER.readTree(text);
  }

  /**
   * @param what names the text in the refusal
   * @throws OperationRefused when it is something else
   */
  public static <T> T read(String text, Class<T> type, String what) {
    try {
      return MAPPER.readValue(text, type);
    } catch (JacksonException e) {
      throw new OperationRefused(
          what + " is damaged: it is not a " + type.getSimpleName() + " in JSON", e);
    }
  }
}
