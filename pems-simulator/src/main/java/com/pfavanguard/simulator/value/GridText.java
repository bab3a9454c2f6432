package com.pfavanguard.simulator.value;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Grid cells are strings: this writes them the tenant's way and reads them, and ISO forms, from
 * filters.
 */
public final class GridText {
  private static final String USUAL = "MM/dd/yyyy";
  private static final int GROUP = 3;
  private final boolean usualFormat;
  private final DateTimeFormatter dateFormat;
  private final DateTimeFormatter momentFormat;
  private final ZoneId zone;
  private final FlagStyle flags;
  private final boolean commas;

  public GridText(String datePattern, ZoneId zone, FlagStyle flags, boolean commas) {
    this.usualFormat = datePattern.equals(USUAL);
    this.dateFormat = DateTimeFormatter.ofPattern(datePattern, Locale.ENGLISH);
    this.momentFormat = DateTimeFormatter.ofPattern(datePattern + " HH:mm:ss", Locale.ENGLISH);
    this.zone = zone;
    this.flags = flags;
    this.commas = commas;
  }

  public String date(LocalDate date) {
    return usualFormat ? usual(date) : dateFormat.format(date);
  }

  /** To the second, in the server's zone. */
  public String moment(Instant moment) {
    return momentFormat.format(moment.atZone(zone));
  }

  public String flag(boolean flag) {
    return flags.text(flag);
  }

  public String number(BigDecimal number) {
    String plain = number.toPlainString();
    return commas ? grouped(plain) : plain;
  }

  /**
   * The date of a filter's text.
   *
   * @throws InvalidValue when it is neither the tenant's format nor ISO
   */
  public LocalDate parseDate(String text) {
    try {
      return Character.isDigit(text.charAt(0)) && text.length() >= 10 && text.charAt(4) == '-'
          ? LocalDate.parse(text.substring(0, 10))
          : dateFormat.parse(text, LocalDate::from);
    } catch (DateTimeException | IndexOutOfBoundsException e) {
      throw new InvalidValue("'" + text + "' is not a valid date", e);
    }
  }

  /**
   * The moment of a filter's text: the tenant's format with or without time, ISO, or epoch
   * milliseconds.
   *
   * @throws InvalidValue for another text
   */
  public Instant parseMoment(String text) {
    try {
      if (text.matches("\\d{12,14}")) {
        return Instant.ofEpochMilli(Long.parseLong(text));
      }
      if (text.endsWith("Z")) {
        return Instant.parse(text);
      }
      return text.contains(":")
          ? LocalDateTime.parse(text, momentFormat).atZone(zone).toInstant()
          : parseDate(text).atStartOfDay(zone).toInstant();
    } catch (DateTimeException e) {
      throw new InvalidValue("'" + text + "' is not a valid date and time", e);
    }
  }

  /**
   * The number of a filter's text; thousands commas are skipped.
   *
   * @throws InvalidValue for another text
   */
  public BigDecimal parseNumber(String text) {
    try {
      return new BigDecimal(text.replace(",", ""));
    } catch (NumberFormatException e) {
      throw new InvalidValue("'" + text + "' is not a valid number", e);
    }
  }

  /** By hand, because a million rows have eight dates each. */
  private static String usual(LocalDate date) {
    char[] text = new char[10];
    twoDigits(text, 0, date.getMonthValue());
    text[2] = '/';
    twoDigits(text, 3, date.getDayOfMonth());
    text[5] = '/';
    twoDigits(text, 6, date.getYear() / 100);
    twoDigits(text, 8, date.getYear() % 100);
    return new String(text);
  }

  private static void twoDigits(char[] text, int at, int value) {
    text[at] = (char) ('0' + value / 10 % 10);
    text[at + 1] = (char) ('0' + value % 10);
  }

  private static String grouped(String plain) {
    StringBuilder text = new StringBuilder(plain);
    int point = plain.indexOf('.');
    int first = plain.startsWith("-") ? 1 : 0;
    for (int at = (point < 0 ? plain.length() : point) - GROUP; at > first; at -= GROUP) {
      text.insert(at, ',');
    }
    return text.toString();
  }
}
