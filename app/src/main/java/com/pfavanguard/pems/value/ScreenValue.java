package com.pfavanguard.pems.value;

import com.pfavanguard.kernel.FieldType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** USERDEFINEDSCREENFIELDVALUE: exactly one of TEXTDATA, NUMERICDATA and DATETIMEDATA. */
public final class ScreenValue {
  private static final List<String> PARTS = List.of("TEXTDATA", "NUMERICDATA", "DATETIMEDATA");

  private ScreenValue() {}

  /**
   * @return null where the part is missing, null or empty; false for a flag there
   * @throws BadValue when the part does not say a value of the type
   */
  public static @Nullable Object decode(FieldType type, JsonNode value, ZoneId serverZone) {
    JsonNode data = value.path(part(type));
    return switch (type) {
      case TEXT -> text(data);
      case FLAG -> FlagText.decode(text(data));
      case DECIMAL -> NumericData.decode(data);
      case DATE -> DateTimeData.decodeDate(data);
      case MOMENT -> {
        LocalDateTime time = DateTimeData.decodeDateTime(data);
        yield time == null ? null : time.atZone(serverZone).toInstant();
      }
    };
  }

  /**
   * Replaces the part of the type and keeps what else the part said, such as a currency.
   *
   * @param value null to clear the field
   * @throws IllegalArgumentException for a moment: those belong to PEMS
   */
  public static void encode(FieldType type, @Nullable Object value, ObjectNode into) {
    if (value == null) {
      into.putNull(part(type));
      return;
    }
    switch (type) {
      case TEXT -> into.put(part(type), (String) value);
      case FLAG ->
          into.put(part(type), FlagText.encode((Boolean) value, text(into.path(part(type)))));
      case DECIMAL -> NumericData.encode((BigDecimal) value, object(into, part(type)));
      case DATE -> DateTimeData.encode((LocalDate) value, object(into, part(type)));
      case MOMENT -> throw new IllegalArgumentException("moments are kept by PEMS");
    }
  }

  /** Whether no part holds anything. */
  public static boolean empty(JsonNode value) {
    return PARTS.stream().noneMatch(part -> filled(value.path(part)));
  }

  /** Whether a part of another type holds something, and the part of this type nothing. */
  public static boolean ofOtherType(FieldType type, JsonNode value) {
    return !filled(value.path(part(type))) && !empty(value);
  }

  private static boolean filled(JsonNode part) {
    return part.isObject() ? !part.isEmpty() : text(part) != null;
  }

  private static String part(FieldType type) {
    return switch (type) {
      case TEXT, FLAG -> "TEXTDATA";
      case DECIMAL -> "NUMERICDATA";
      case DATE, MOMENT -> "DATETIMEDATA";
    };
  }

  private static ObjectNode object(ObjectNode parent, String name) {
    return parent.get(name) instanceof ObjectNode present ? present : parent.putObject(name);
  }

  private static @Nullable String text(JsonNode node) {
    String text = node.isValueNode() && !node.isNull() ? node.asString() : "";
    return text.isEmpty() ? null : text;
  }
}
