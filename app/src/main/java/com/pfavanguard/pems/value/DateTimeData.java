package com.pfavanguard.pems.value;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * DATETIMEDATA: YEAR is epoch milliseconds that mark the year, the other parts are meant as said.
 * Source: docs/pems-protocol.md, Dates.
 *
 * <p>Servers mark the year in different zones, so that 1735686000000 with {@code +0100} means 2025
 * although UTC still says 2024: a mark near a turn of the year belongs to the year it turns to.
 */
public final class DateTimeData {
  private static final long NEAR_MILLIS = Duration.ofDays(2).toMillis();

  // Inside a JSON string its quotes would be escaped.
  private static final Pattern YEAR = Pattern.compile("(\"YEAR\"\\s*:\\s*)(-?\\d{1,18})");

  private DateTimeData() {}

  /**
   * @return null where YEAR is null or missing
   * @throws BadValue when a part is missing or no such day exists
   */
  public static @Nullable LocalDate decodeDate(JsonNode data) {
    JsonNode mark = data.path("YEAR");
    if (mark.isNull() || mark.isMissingNode()) {
      return null;
    }
    if (!mark.canConvertToLong()) {
      throw new BadValue("has a YEAR that is no moment");
    }
    try {
      return LocalDate.of(year(mark.asLong()), part(data, "MONTH"), part(data, "DAY"));
    } catch (DateTimeException e) {
      throw new BadValue("is no date: " + e.getMessage(), e);
    }
  }

  /**
   * The date with its time of day, to the second; a missing time is midnight.
   *
   * @throws BadValue as {@link #decodeDate}
   */
  public static @Nullable LocalDateTime decodeDateTime(JsonNode data) {
    LocalDate date = decodeDate(data);
    if (date == null) {
      return null;
    }
    try {
      return date.atTime(
          LocalTime.of(
              data.path("HOUR").asInt(0),
              data.path("MINUTE").asInt(0),
              data.path("SECOND").asInt(0)));
    } catch (DateTimeException e) {
      throw new BadValue("is no time: " + e.getMessage(), e);
    }
  }

  /**
   * Writes a plain date. 2 January 00:00 UTC is in the right year in every zone of the world, so
   * any server reads the year we mean.
   */
  public static void encode(LocalDate date, ObjectNode into) {
    into.put("YEAR", mark(date.getYear()));
    into.put("MONTH", date.getMonthValue());
    into.put("DAY", date.getDayOfMonth());
    into.put("HOUR", 0);
    into.put("MINUTE", 0);
    into.put("SECOND", 0);
    into.put("SUBSECOND", 0);
    into.put("TIMEZONE", "+0000");
    into.put("qualifier", "OTHER");
  }

  /**
   * The same date with our mark of the year: a server that marks years in one zone may read marks
   * in another, even its own.
   *
   * @param json text that may hold DATETIMEDATA; all else in it stays as it is
   */
  public static String withOurMark(String json) {
    return YEAR.matcher(json)
        .replaceAll(found -> found.group(1) + mark(year(Long.parseLong(found.group(2)))));
  }

  private static long mark(int year) {
    return LocalDate.of(year, 1, 2).atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli();
  }

  private static int year(long mark) {
    // Up to 48 h before a 1 January this is already the new year, and elsewhere still the same one.
    return Instant.ofEpochMilli(mark + NEAR_MILLIS).atOffset(ZoneOffset.UTC).getYear();
  }

  private static int part(JsonNode data, String name) {
    JsonNode part = data.path(name);
    if (!part.canConvertToInt()) {
      throw new BadValue("has no " + name);
    }
    return part.asInt();
  }
}
