package com.pfavanguard.kernel;

import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Field values as a JSON object of text forms by API name, the way the database keeps them. */
public final class FieldJson {
  private static final JsonMapper MAPPER = JsonMapper.shared();
  private static final TypeReference<LinkedHashMap<String, @Nullable String>> TEXTS =
      new TypeReference<>() {};

  private FieldJson() {}

  public static String write(FieldValues values) {
    return MAPPER.writeValueAsString(values.toTexts());
  }

  public static FieldValues read(@Nullable String json) {
    return json == null ? FieldValues.EMPTY : FieldValues.fromTexts(MAPPER.readValue(json, TEXTS));
  }
}
