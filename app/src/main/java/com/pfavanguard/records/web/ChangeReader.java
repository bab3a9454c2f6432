package com.pfavanguard.records.web;

import com.pfavanguard.kernel.ApiException;
import com.pfavanguard.kernel.FieldError;
import com.pfavanguard.kernel.FieldType;
import com.pfavanguard.kernel.FieldValues;
import com.pfavanguard.kernel.PfaField;
import com.pfavanguard.records.domain.DraftChange;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Turns the JSON of a batch into typed edits, naming every value that is not of its field's type.
 */
final class ChangeReader {
  private final List<FieldError> errors = new ArrayList<>();

  private ChangeReader() {}

  /**
   * @throws ApiException 422 naming every bad value
   */
  static List<DraftChange> read(List<DraftController.Change> changes) {
    ChangeReader reader = new ChangeReader();
    List<DraftChange> read = new ArrayList<>();
    for (int index = 0; index < changes.size(); index++) {
      read.add(reader.read(index, changes.get(index)));
    }
    if (!reader.errors.isEmpty()) {
      throw ApiException.invalid(List.copyOf(reader.errors));
    }
    return read;
  }

  private DraftChange read(int index, DraftController.@Nullable Change change) {
    if (change == null || change.pfaId() == null || change.pfaId().isBlank()) {
      errors.add(new FieldError(index, null, "pfaId", "required", "Every change names its pfaId."));
      return new DraftChange("", null, FieldValues.EMPTY, null);
    }
    String pfaId = change.pfaId();
    Map<String, JsonNode> fields = change.fields() == null ? Map.of() : change.fields();
    if (fields.isEmpty()) {
      errors.add(new FieldError(index, pfaId, "fields", "required", "Every change sets a field."));
    }
    EnumMap<PfaField, @Nullable Object> edit = new EnumMap<>(PfaField.class);
    fields.forEach((name, value) -> readField(index, pfaId, name, value, edit));
    return new DraftChange(pfaId, change.baseVersion(), FieldValues.of(edit), change.reason());
  }

  private void readField(
      int index, String pfaId, String name, JsonNode value, Map<PfaField, @Nullable Object> edit) {
    PfaField field = PfaField.named(name).orElse(null);
    if (field == null) {
      errors.add(
          new FieldError(index, pfaId, name, "unknown_field", "There is no field " + name + "."));
      return;
    }
    try {
      edit.put(field, parsed(field.type(), value));
    } catch (IllegalArgumentException e) {
      errors.add(
          new FieldError(index, pfaId, name, "bad_value", name + " " + e.getMessage() + "."));
    }
  }

  /** PEMS knows no empty text, only an empty field: the two are one here. */
  private static @Nullable Object parsed(FieldType type, JsonNode value) {
    if (value.isNull()
        || (type == FieldType.TEXT && value.isString() && value.asString().isEmpty())) {
      return null;
    }
    return type.parse(text(type, value));
  }

  /** Only strings, and numbers and booleans where they belong: a text field does not take 12. */
  private static String text(FieldType type, JsonNode value) {
    boolean fits =
        value.isString()
            || (type == FieldType.DECIMAL && value.isNumber())
            || (type == FieldType.FLAG && value.isBoolean());
    if (!fits) {
      throw new IllegalArgumentException("has a JSON type that does not fit");
    }
    return value.asString();
  }
}
