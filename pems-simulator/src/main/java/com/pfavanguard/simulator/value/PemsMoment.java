package com.pfavanguard.simulator.value;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/**
 * DATETIMEDATA: YEAR is epoch milliseconds marking the year, the other parts are said verbatim.
 * TIMEZONE must be valid and means nothing.
 *
 * @param zone the server's zone: it marks the year when sending the old way and when reading
 *     strictly
 * @param emission which moment of the year YEAR shows
 * @param strictInput read YEAR in the server's zone and demand every part, instead of guessing
 *     kindly
 */
public record PemsMoment(ZoneId zone, YearEmission emission, boolean strictInput) {
  private static final Pattern OFFSET = Pattern.compile("Z|[+-](0\\d|1[0-8]):?[0-5]\\d");
  private static final DateTimeFormatter ZONE_TEXT = DateTimeFormatter.ofPattern("xx");
  private static final long NEAR = Duration.ofDays(2).toMillis();
  private static final int NANOS_PER_MILLI = 1_000_000;

  /** A plain date: midnight. */
  public void write(JsonGenerator json, LocalDate date) {
    write(json, date.atStartOfDay());
  }

  /** A moment, shown in the server's zone. */
  public void write(JsonGenerator json, Instant moment) {
    write(json, LocalDateTime.ofInstant(moment, zone));
  }

  private void write(JsonGenerator json, LocalDateTime time) {
    json.writeStartObject();
    json.writeNumberProperty("YEAR", yearMark(time.getYear()));
    json.writeNumberProperty("MONTH", time.getMonthValue());
    json.writeNumberProperty("DAY", time.getDayOfMonth());
    json.writeNumberProperty("HOUR", time.getHour());
    json.writeNumberProperty("MINUTE", time.getMinute());
    json.writeNumberProperty("SECOND", time.getSecond());
    json.writeNumberProperty("SUBSECOND", time.getNano() / NANOS_PER_MILLI);
    json.writeStringProperty("TIMEZONE", ZONE_TEXT.format(time.atZone(zone)));
    json.writeStringProperty("qualifier", "OTHER");
    json.writeEndObject();
  }

  private long yearMark(int year) {
    return switch (emission) {
      case OLD ->
          LocalDate.of(year, Month.JANUARY, 1).atStartOfDay(zone).toInstant().toEpochMilli();
      case NEW -> startOfYear(year);
      case MIDYEAR ->
          LocalDate.of(year, Month.JULY, 1).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    };
  }

  /**
   * The plain date of a DATETIMEDATA structure.
   *
   * @throws InvalidValue when a part is missing or the parts make no date
   */
  public LocalDate readDate(JsonNode data) {
    return readTime(data).toLocalDate();
  }

  /**
   * The moment of a DATETIMEDATA structure, taken in the server's zone.
   *
   * @throws InvalidValue when a part is missing or the parts make no moment
   */
  public Instant readMoment(JsonNode data) {
    return readTime(data).atZone(zone).toInstant();
  }

  private LocalDateTime readTime(JsonNode data) {
    String offset = data.path("TIMEZONE").asString(strictInput ? "" : "Z");
    if (!OFFSET.matcher(offset).matches()) {
      throw new InvalidValue("TIMEZONE is not a valid time zone");
    }
    int year = year(data.path("YEAR"));
    try {
      return LocalDateTime.of(
          year,
          part(data, "MONTH", true),
          part(data, "DAY", true),
          part(data, "HOUR", strictInput),
          part(data, "MINUTE", strictInput),
          part(data, "SECOND", strictInput),
          part(data, "SUBSECOND", strictInput) * NANOS_PER_MILLI);
    } catch (DateTimeException e) {
      throw new InvalidValue("the parts are not a valid date", e);
    }
  }

  private int year(JsonNode node) {
    if (!node.isIntegralNumber() || !node.canConvertToLong()) {
      throw new InvalidValue("YEAR is not a valid number of milliseconds");
    }
    Instant mark = Instant.ofEpochMilli(node.asLong());
    try {
      return strictInput ? mark.atZone(zone).getYear() : nearestYear(mark);
    } catch (DateTimeException e) {
      throw new InvalidValue("YEAR is not a valid year", e);
    }
  }

  private static int nearestYear(Instant mark) {
    int year = mark.atZone(ZoneOffset.UTC).getYear();
    return startOfYear(year + 1) - mark.toEpochMilli() <= NEAR ? year + 1 : year;
  }

  private static long startOfYear(int year) {
    return LocalDate.of(year, Month.JANUARY, 1)
        .atStartOfDay(ZoneOffset.UTC)
        .toInstant()
        .toEpochMilli();
  }

  private static int part(JsonNode data, String name, boolean required) {
    JsonNode node = data.path(name);
    if (!required && (node.isMissingNode() || node.isNull())) {
      return 0;
    }
    if (!node.isIntegralNumber() || !node.canConvertToInt()) {
      throw new InvalidValue(name + " is not a valid number");
    }
    return node.asInt();
  }
}
