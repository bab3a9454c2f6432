package com.pfavanguard.pems.value;

import com.pfavanguard.kernel.FieldType;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Grid cells are texts: dates in the tenant's format, numbers with or without thousands commas, an
 * empty text for null. Safe for many threads.
 */
public final class GridText {
  private static final int REMEMBERED_DATES = 50_000;

  private final DateTimeFormatter dates;
  private final DateTimeFormatter moments;
  private final ZoneId serverZone;
  // A portfolio has a few thousand different dates in millions of cells.
  private final Map<String, LocalDate> seen = new ConcurrentHashMap<>();

  /**
   * @param datePattern as the tenant shows dates, for example {@code MM/dd/yyyy}
   * @param serverZone in which the tenant shows moments
   */
  public GridText(String datePattern, ZoneId serverZone) {
    this.dates = formatter(datePattern);
    this.moments = formatter(datePattern + " HH:mm:ss");
    this.serverZone = serverZone;
  }

  /**
   * The value of a cell; flags are false where the cell is empty, everything else null.
   *
   * @throws BadValue when the text is none of the type
   */
  public @Nullable Object decode(FieldType type, @Nullable String text) {
    if (type == FieldType.FLAG) {
      return FlagText.decode(text);
    }
    if (text == null || text.isEmpty()) {
      return null;
    }
    try {
      return switch (type) {
        case TEXT, FLAG -> text;
        case DECIMAL -> FieldType.DECIMAL.parse(withoutCommas(text));
        case DATE -> date(text);
        case MOMENT -> LocalDateTime.parse(text, moments).atZone(serverZone).toInstant();
      };
    } catch (DateTimeException | IllegalArgumentException e) {
      throw new BadValue(
          "is no " + type.name().toLowerCase(Locale.ROOT) + " but '" + text + "'", e);
    }
  }

  /** The text of a moment in a filter. */
  public String encode(Instant moment) {
    return moments.format(moment.atZone(serverZone));
  }

  private LocalDate date(String text) {
    LocalDate known = seen.get(text);
    if (known != null) {
      return known;
    }
    LocalDate date = LocalDate.parse(text, dates);
    if (seen.size() < REMEMBERED_DATES) {
      seen.put(text, date);
    }
    return date;
  }

  private static String withoutCommas(String text) {
    return text.indexOf(',') < 0 ? text : text.replace(",", "");
  }

  private static DateTimeFormatter formatter(String pattern) {
    // u instead of y, for strict reading would otherwise ask for an era; lenient reading would
    // turn 30 February into the 28th.
    return new DateTimeFormatterBuilder()
        .parseCaseInsensitive()
        .appendPattern(pattern.replace('y', 'u'))
        .toFormatter(Locale.ENGLISH)
        .withResolverStyle(ResolverStyle.STRICT);
  }
}
