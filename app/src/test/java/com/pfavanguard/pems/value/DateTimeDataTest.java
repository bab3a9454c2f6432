package com.pfavanguard.pems.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.TimeZone;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class DateTimeDataTest {
  private static final JsonMapper JSON = new JsonMapper();

  /** The ways in which servers mark a year. */
  enum Marking {
    START_IN_SERVER_ZONE,
    START_IN_UTC,
    MIDDLE,
    SAME_DAY
  }

  @Provide
  Arbitrary<LocalDate> dates() {
    Arbitrary<Integer> years = Arbitraries.integers().between(1900, 2199);
    Arbitrary<LocalDate> edges =
        Combinators.combine(
                years,
                Arbitraries.of(
                    java.time.MonthDay.of(1, 1),
                    java.time.MonthDay.of(12, 31),
                    java.time.MonthDay.of(2, 29)))
            .as((year, day) -> day.atYear(year));
    Arbitrary<LocalDate> any =
        Combinators.combine(years, Arbitraries.integers().between(1, 365)).as(LocalDate::ofYearDay);
    return Arbitraries.oneOf(edges, any);
  }

  @Provide
  Arbitrary<ZoneOffset> zones() {
    return Arbitraries.integers()
        .between(-12 * 4, 14 * 4)
        .map(q -> ZoneOffset.ofTotalSeconds(q * 900));
  }

  @Property
  void aDateSurvivesEveryServerZoneYearStyleAndJvmZone(
      @ForAll("dates") LocalDate date,
      @ForAll("zones") ZoneOffset server,
      @ForAll("zones") ZoneOffset jvm,
      @ForAll Marking marking) {
    assertThat(inJvmZone(jvm, () -> DateTimeData.decodeDate(sent(date, server, marking))))
        .isEqualTo(date);
  }

  @Property
  void whatWeSendMeansTheSameDateInEveryServerZoneAndJvmZone(
      @ForAll("dates") LocalDate date,
      @ForAll("zones") ZoneOffset server,
      @ForAll("zones") ZoneOffset jvm) {
    ObjectNode written = JSON.createObjectNode();
    inJvmZone(
        jvm,
        () -> {
          DateTimeData.encode(date, written);
          return written;
        });

    assertThat(understood(written, server)).isEqualTo(date);
    assertThat(DateTimeData.decodeDate(written)).isEqualTo(date);
  }

  @Property
  void noDateDriftsOnTenWaysToPemsAndBackWhateverTheZonesAndYears(
      @ForAll("dates") LocalDate date,
      @ForAll("zones") ZoneOffset server,
      @ForAll("zones") ZoneOffset jvm,
      @ForAll Marking marking) {
    LocalDate travelled = date;
    for (int trip = 0; trip < 10; trip++) {
      LocalDate sent = travelled;
      ObjectNode written = JSON.createObjectNode();
      inJvmZone(
          jvm,
          () -> {
            DateTimeData.encode(sent, written);
            return written;
          });
      LocalDate stored = understood(written, server);
      travelled = inJvmZone(jvm, () -> DateTimeData.decodeDate(sent(stored, server, marking)));
    }
    assertThat(travelled).isEqualTo(date);
  }

  /** What a server of that zone takes the date for. */
  private static LocalDate understood(ObjectNode written, ZoneOffset server) {
    int year =
        java.time.Instant.ofEpochMilli(written.get("YEAR").asLong()).atOffset(server).getYear();
    return LocalDate.of(year, written.get("MONTH").asInt(), written.get("DAY").asInt());
  }

  @Example
  void theMarkOfTheProtocolPageMeans2025() {
    JsonNode data =
        JSON.readTree("{\"YEAR\":1735686000000,\"MONTH\":1,\"DAY\":1,\"TIMEZONE\":\"+0100\"}");

    assertThat(DateTimeData.decodeDate(data)).isEqualTo(LocalDate.of(2025, 1, 1));
  }

  @Example
  void aDateTimeKeepsItsTimeAndAnEmptyOneIsNull() {
    ObjectNode data = sent(LocalDate.of(2026, 5, 31), ZoneOffset.UTC, Marking.START_IN_UTC);
    data.put("HOUR", 23).put("MINUTE", 59).put("SECOND", 58);

    assertThat(DateTimeData.decodeDateTime(data))
        .isEqualTo(LocalDateTime.of(2026, Month.MAY, 31, 23, 59, 58));
    assertThat(DateTimeData.decodeDateTime(JSON.createObjectNode())).isNull();
  }

  @Example
  void aDayThatDoesNotExistIsRefused() {
    ObjectNode data = sent(LocalDate.of(2025, 2, 28), ZoneOffset.UTC, Marking.START_IN_UTC);
    data.put("DAY", 29);

    assertThatThrownBy(() -> DateTimeData.decodeDate(data)).isInstanceOf(BadValue.class);
    data.remove("MONTH");
    assertThatThrownBy(() -> DateTimeData.decodeDate(data)).isInstanceOf(BadValue.class);
  }

  private static ObjectNode sent(LocalDate date, ZoneOffset server, Marking marking) {
    LocalDate start = Year.of(date.getYear()).atDay(1);
    var mark =
        switch (marking) {
          case START_IN_SERVER_ZONE -> start.atStartOfDay(server);
          case START_IN_UTC -> start.atStartOfDay(ZoneOffset.UTC);
          case MIDDLE -> start.withMonth(7).atStartOfDay(ZoneOffset.UTC);
          case SAME_DAY -> (date.getDayOfYear() > 363 ? start : date).atStartOfDay(server);
        };
    return JSON.createObjectNode()
        .put("YEAR", mark.toInstant().toEpochMilli())
        .put("MONTH", date.getMonthValue())
        .put("DAY", date.getDayOfMonth());
  }

  private static <T extends @org.jspecify.annotations.Nullable Object> T inJvmZone(
      ZoneId zone, java.util.function.Supplier<T> work) {
    TimeZone before = TimeZone.getDefault();
    TimeZone.setDefault(TimeZone.getTimeZone(zone));
    try {
      return work.get();
    } finally {
      TimeZone.setDefault(before);
    }
  }
}
