package com.pfavanguard.simulator.settings;

import com.pfavanguard.simulator.value.FlagStyle;
import com.pfavanguard.simulator.value.GridText;
import com.pfavanguard.simulator.value.PemsMoment;
import com.pfavanguard.simulator.value.YearEmission;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** The switches of one moment; immutable, so that a request sees the same ones all through. */
public final class Settings {
  private final Map<Setting, Object> values;
  private final PemsMoment moments;
  private final GridText gridText;

  private Settings(Map<Setting, Object> values) {
    this.values = values;
    ZoneId zone = ZoneId.of(text(Setting.SERVER_ZONE));
    this.moments =
        new PemsMoment(
            zone,
            YearEmission.valueOf(text(Setting.YEAR_EMISSION).toUpperCase(Locale.ROOT)),
            on(Setting.STRICT_DATE_INPUT));
    this.gridText =
        new GridText(
            text(Setting.GRID_DATE_FORMAT), zone, flagStyle(), on(Setting.GRID_THOUSANDS_COMMAS));
  }

  public static Settings initial() {
    Map<Setting, Object> values = new EnumMap<>(Setting.class);
    for (Setting setting : Setting.values()) {
      values.put(setting, setting.initial());
    }
    return new Settings(values);
  }

  public boolean on(Setting setting) {
    return (boolean) value(setting);
  }

  public int number(Setting setting) {
    return (int) value(setting);
  }

  public String text(Setting setting) {
    return (String) value(setting);
  }

  public PemsMoment moments() {
    return moments;
  }

  public GridText gridText() {
    return gridText;
  }

  public FlagStyle flagStyle() {
    return FlagStyle.valueOf(text(Setting.FLAG_STYLE).toUpperCase(Locale.ROOT));
  }

  private Object value(Setting setting) {
    return Objects.requireNonNull(values.get(setting));
  }

  /** A copy with one switch turned; the value must fit. */
  public Settings with(Setting setting, Object value) {
    String complaint = setting.complaint(value);
    if (complaint != null) {
      throw new IllegalArgumentException(complaint);
    }
    Map<Setting, Object> changed = new EnumMap<>(values);
    changed.put(setting, value);
    return new Settings(changed);
  }

  /**
   * A copy with the switches named in a JSON object turned.
   *
   * @throws IllegalArgumentException naming the unknown switch or what its value must be
   */
  public Settings with(JsonNode changes) {
    Settings result = this;
    for (Map.Entry<String, JsonNode> change : changes.properties()) {
      result = result.with(named(change.getKey()), plain(change.getValue()));
    }
    return result;
  }

  private static Setting named(String name) {
    for (Setting setting : Setting.values()) {
      if (setting.apiName().equals(name)) {
        return setting;
      }
    }
    throw new IllegalArgumentException("there is no setting '" + name + "'");
  }

  private static Object plain(JsonNode node) {
    if (node.isBoolean()) {
      return node.booleanValue();
    }
    if (node.isIntegralNumber() && node.canConvertToInt()) {
      return node.intValue();
    }
    return node.isString() ? node.stringValue() : node;
  }

  /** All switches as one JSON object. */
  public void write(JsonGenerator json) {
    json.writeStartObject();
    values.forEach((setting, value) -> json.writePOJOProperty(setting.apiName(), value));
    json.writeEndObject();
  }
}
