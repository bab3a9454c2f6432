package com.pfavanguard.trial.cast;

import com.pfavanguard.trial.check.AuthorEdit.Shown;
import com.pfavanguard.trial.check.Texts;
import com.pfavanguard.trial.stage.Fields;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Records as the API shows them, in the trial's spelling. */
public final class Sight {
  private Sight() {}

  /** The trial's fields of a record, null where it shows none. */
  public static Map<String, @Nullable String> fields(JsonNode record) {
    Map<String, @Nullable String> fields = new HashMap<>();
    for (String field : Fields.ALL) {
      fields.put(field, value(field, record.path(field)));
    }
    return fields;
  }

  static Shown shown(long version, JsonNode record) {
    return new Shown(version, fields(record));
  }

  static @Nullable String value(String field, JsonNode value) {
    return canonical(field, value.isNull() || value.isMissingNode() ? null : value.asString());
  }

  static @Nullable String canonical(String field, @Nullable String text) {
    return Texts.canonical(field, text);
  }
}
