package com.pfavanguard.records;

import com.pfavanguard.kernel.ApiException;
import com.pfavanguard.kernel.FieldError;
import com.pfavanguard.kernel.FieldType;
import com.pfavanguard.kernel.FieldValues;
import com.pfavanguard.kernel.PfaField;
import com.pfavanguard.kernel.StorableText;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Turns the JSON of one edit into typed values, naming every value that is not of its type. */
public final class EditReader {
  private EditReader() {}

  /**
   * @param fields values by API name; null clears
   * @throws ApiException 422 naming every bad value
   */
  public static FieldValues read(String pfaId, Map<String, JsonNode> fields) {
    List<FieldError> errors = new java.util.ArrayList<>();
    FieldValues read = read(0, pfaId, fields, errors::add);
    if (!errors.isEmpty()) {
      throw ApiException.invalid(List.copyOf(errors));
    }
    return read;
  }

  /** The same for the change of this index in a batch; bad values are told to the consumer. */
  public static FieldValues read(
      int index, String pfaId, Map<String, JsonNode> fields, Consumer<FieldError> errors) {
    EnumMap<PfaField, @Nullable Object> edit = new EnumMap<>(PfaField.class);
    fields.forEach(
        (name, value) -> {
          PfaField field = PfaField.named(name).orElse(null);
          if (field == null) {
            errors.accept(
                new FieldError(
                    index, pfaId, name, "unknown_field", "There is no field " + name + "."));
            return;
          }
          try {
            edit.put(field, parsed(field.type(), value));
          } catch (IllegalArgumentException e) {
            errors.accept(
                new FieldError(index, pfaId, name, "bad_value", name + " " + e.getMessage() + "."));
          }
        });
    return FieldValues.of(edit);
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
    String text = value.asString();
    if (!StorableText.is(text)) {
      throw new IllegalArgumentException("holds a character that cannot be stored");
    }
    return text;
  }
}
