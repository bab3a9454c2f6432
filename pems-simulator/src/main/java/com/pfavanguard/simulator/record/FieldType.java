package com.pfavanguard.simulator.record;

import com.pfavanguard.simulator.settings.Setting;
import com.pfavanguard.simulator.settings.Settings;
import com.pfavanguard.simulator.value.FlagStyle;
import com.pfavanguard.simulator.value.GridText;
import com.pfavanguard.simulator.value.InvalidValue;
import com.pfavanguard.simulator.value.PemsNumber;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import tools.jackson.core.JsonGenerator;

/** What a field holds, and how its values travel. */
public enum FieldType {
  TEXT("TEXTDATA"),
  NUMBER("NUMERICDATA"),
  COUNTER("NUMERICDATA"),
  DATE("DATETIMEDATA"),
  MOMENT("DATETIMEDATA"),
  FLAG("TEXTDATA");

  private final String slot;

  FieldType(String slot) {
    this.slot = slot;
  }

  /** The part of a screen field's value that carries this type. */
  public String slot() {
    return slot;
  }

  /** The text of a grid cell. */
  public static String cell(Object value, GridText text) {
    return switch (value) {
      case String plain -> plain;
      case LocalDate date -> text.date(date);
      case BigDecimal number -> text.number(number);
      case Boolean flag -> text.flag(flag);
      case Instant moment -> text.moment(moment);
      default -> value.toString();
    };
  }

  /** Writes the content of the slot in a screen answer. */
  public static void screen(JsonGenerator json, Object value, Settings settings) {
    switch (value) {
      case String plain -> json.writeString(plain);
      case LocalDate date -> settings.moments().write(json, date);
      case BigDecimal number ->
          PemsNumber.write(json, number, settings.on(Setting.FRACTIONAL_VALUE));
      case Boolean flag -> json.writeString(settings.flagStyle().text(flag));
      case Instant moment -> settings.moments().write(json, moment);
      default -> json.writeString(value.toString());
    }
  }

  /** The neutral text of the journal and the control API. */
  public static String canonical(Object value) {
    return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
  }

  /**
   * The value of a neutral text: ISO dates and moments, plain decimals, {@code true}.
   *
   * @throws InvalidValue when the text says no value of this type
   */
  public Object parse(String text) {
    try {
      return switch (this) {
        case TEXT -> text;
        case NUMBER -> new BigDecimal(text);
        case COUNTER -> Long.valueOf(text);
        case DATE -> LocalDate.parse(text);
        case MOMENT -> Instant.parse(text);
        case FLAG -> FlagStyle.parse(text);
      };
    } catch (NumberFormatException | DateTimeException e) {
      throw new InvalidValue("'" + text + "' is not a valid " + said(), e);
    }
  }

  /**
   * The value of a grid filter's text.
   *
   * @throws InvalidValue when the text says no value of this type
   */
  public Object parseCell(String text, GridText grid) {
    return switch (this) {
      case DATE -> grid.parseDate(text);
      case MOMENT -> grid.parseMoment(text);
      case NUMBER -> grid.parseNumber(text);
      case COUNTER -> parse(text.replace(",", ""));
      case TEXT, FLAG -> parse(text);
    };
  }

  /** The type's name in an error text. */
  public String said() {
    return switch (this) {
      case TEXT -> "text";
      case NUMBER, COUNTER -> "number";
      case DATE -> "date";
      case MOMENT -> "date and time";
      case FLAG -> "flag";
    };
  }
}
