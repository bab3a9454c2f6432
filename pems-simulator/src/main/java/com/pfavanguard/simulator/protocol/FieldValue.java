package com.pfavanguard.simulator.protocol;

import com.pfavanguard.simulator.record.FieldType;
import com.pfavanguard.simulator.settings.Settings;
import com.pfavanguard.simulator.value.FlagStyle;
import com.pfavanguard.simulator.value.InvalidValue;
import com.pfavanguard.simulator.value.PemsNumber;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** USERDEFINEDSCREENFIELDVALUE: exactly one of TEXTDATA, NUMERICDATA, DATETIMEDATA. */
final class FieldValue {
  private static final List<String> SLOTS = List.of("TEXTDATA", "NUMERICDATA", "DATETIMEDATA");

  private FieldValue() {}

  /** The value, null for an empty one; a null or empty slot of any type empties the field. */
  static @Nullable Object read(JsonNode value, Column column, Settings settings) {
    List<String> filled = SLOTS.stream().filter(slot -> isFilled(value.path(slot))).toList();
    if (filled.isEmpty()) {
      return null;
    }
    FieldType type = column.type();
    if (filled.size() > 1 || !filled.getFirst().equals(type.slot())) {
      throw new InvalidValue("%s is not a valid way to give a %s".formatted(filled, type.said()));
    }
    JsonNode data = value.path(type.slot());
    return switch (type) {
      case TEXT -> column.field().type().parse(data.asString());
      case FLAG -> FlagStyle.parse(data.asString());
      case NUMBER, COUNTER -> PemsNumber.read(data);
      case DATE -> settings.moments().readDate(data);
      case MOMENT -> settings.moments().readMoment(data);
    };
  }

  private static boolean isFilled(JsonNode slot) {
    boolean absent = slot.isMissingNode() || slot.isNull();
    return !absent && !(slot.isString() && slot.asString().isEmpty());
  }

  static void write(JsonGenerator json, Column column, @Nullable Object value, Settings settings) {
    FieldType type = column.type();
    json.writeStartObject();
    json.writeName(type.slot());
    if (value == null) {
      json.writeNull();
    } else if (type == column.field().type()) {
      FieldType.screen(json, value, settings);
    } else {
      json.writeString(FieldType.canonical(value));
    }
    json.writeEndObject();
  }
}
