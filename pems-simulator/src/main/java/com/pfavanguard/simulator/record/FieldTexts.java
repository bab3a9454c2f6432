package com.pfavanguard.simulator.record;

import com.pfavanguard.simulator.value.InvalidValue;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** Values in the neutral JSON of the journal and the control API. */
public final class FieldTexts {
  private FieldTexts() {}

  /** One property: flags as booleans, all else as neutral text. */
  public static void write(JsonGenerator json, String name, @Nullable Object value) {
    json.writeName(name);
    switch (value) {
      case null -> json.writeNull();
      case Boolean flag -> json.writeBoolean(flag);
      case Long counter -> json.writeNumber(counter);
      default -> json.writeString(FieldType.canonical(value));
    }
  }

  /**
   * Values by domain name.
   *
   * @throws InvalidValue naming an unknown field or one with an unfit value
   */
  public static Map<PfaField, @Nullable Object> read(JsonNode fields) {
    Map<PfaField, @Nullable Object> values = new EnumMap<>(PfaField.class);
    for (Map.Entry<String, JsonNode> entry : fields.properties()) {
      PfaField field =
          PfaField.ofDomain(entry.getKey())
              .orElseThrow(() -> new InvalidValue("there is no field '" + entry.getKey() + "'"));
      values.put(field, readValue(field, entry.getValue()));
    }
    return values;
  }

  private static @Nullable Object readValue(PfaField field, JsonNode value) {
    if (value.isNull()) {
      return null;
    }
    if (!value.isValueNode()) {
      throw new InvalidValue(field.domainName() + " must be one plain value");
    }
    try {
      return field.type().parse(value.asString());
    } catch (InvalidValue e) {
      throw new InvalidValue(field.domainName() + ": " + e.getMessage(), e);
    }
  }
}
