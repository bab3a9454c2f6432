package com.pfavanguard.release.journal;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** JSON as the journal writes it: keys in order, no spaces, numbers exact. */
public final class Json {
  private Json() {}

  public static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  public static String canonical(JsonNode node) {
    return EntryLine.canonical(node);
  }

  /**
   * @throws JacksonException when the text is not JSON
   */
  public static JsonNode parse(String text) {
    return EntryLine.parse(text);
  }
}
