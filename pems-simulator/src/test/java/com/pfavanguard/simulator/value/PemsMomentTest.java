package com.pfavanguard.simulator.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PemsMomentTest {
  private static final JsonMapper JSON = new JsonMapper();

  @Property(tries = 1000)
  void clientsDateSurvivesEveryServer(
      @ForAll("dates") LocalDate date,
      @ForAll("zones") ZoneId zone,
      @ForAll YearEmission emission,
      @ForAll boolean strict) {
    assertThat(new PemsMoment(zone, emission, strict).readDate(clientEncodes(date)))
        .isEqualTo(date);
  }

  @Property(tries = 1000)
  void serversDateSurvivesThePagesDecoder(
      @ForAll("dates") LocalDate date,
      @ForAll("zones") ZoneId zone,
      @ForAll YearEmission emission) {
    JsonNode data = written(new PemsMoment(zone, emission, false), date);
    assertThat(clientDecodes(data)).isEqualTo(date);
  }

  @Property(tries = 300)
  void serverReadsItsOwnMoments(
      @ForAll("zones") ZoneId zone, @ForAll("seconds") long second, @ForAll YearEmission emission) {
    PemsMoment server = new PemsMoment(zone, emission, false);
    Instant moment = Instant.ofEpochSecond(second).plusMillis(second % 1000);
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      server.write(json, moment);
    }
    Instant read = server.readMoment(JSON.readTree(text.toString()));
    // an hour that a zone repeats in autumn cannot be told apart
    assertThat(Math.abs(read.toEpochMilli() - moment.toEpochMilli()))
        .isIn(0L, 3_600_000L, 1_800_000L);
  }

  @Provide
  Arbitrary<LocalDate> dates() {
    Arbitrary<LocalDate> edges =
        Arbitraries.of(1999, 2000, 2024, 2025, 2028, 2030)
            .flatMap(
                year ->
                    Arbitraries.of(
                        LocalDate.of(year, 1, 1),
                        LocalDate.of(year, 12, 31),
                        LocalDate.of(year, 2, 28).plusDays(1)));
    Arbitrary<LocalDate> any = Arbitraries.longs().between(0, 40_000).map(LocalDate::ofEpochDay);
    return Arbitraries.oneOf(edges, any);
  }

  @Provide
  Arbitrary<ZoneId> zones() {
    return Arbitraries.of(
            "UTC", "Europe/Berlin", "America/Chicago", "Pacific/Kiritimati", "Etc/GMT+12", "+05:30")
        .map(ZoneId::of);
  }

  @Provide
  Arbitrary<Long> seconds() {
    return Arbitraries.longs().between(0, 4_000_000_000L);
  }

  @Example
  void marksTheYearInTheServersZoneTheOldWay() {
    PemsMoment berlin = new PemsMoment(ZoneId.of("Europe/Berlin"), YearEmission.OLD, false);
    JsonNode data = written(berlin, LocalDate.of(2025, 3, 31));
    assertThat(data.path("YEAR").asLong()).isEqualTo(1735686000000L);
    assertThat(data.path("TIMEZONE").asString()).isEqualTo("+0200");
    assertThat(data.path("MONTH").asInt()).isEqualTo(3);
  }

  @Example
  void strictReadingDemandsEveryPart() {
    PemsMoment strict = new PemsMoment(ZoneOffset.UTC, YearEmission.NEW, true);
    PemsMoment kind = new PemsMoment(ZoneOffset.UTC, YearEmission.NEW, false);
    JsonNode data = JSON.readTree("{\"YEAR\":1735689600000,\"MONTH\":5,\"DAY\":6}");
    assertThat(kind.readDate(data)).isEqualTo(LocalDate.of(2025, 5, 6));
    assertThatThrownBy(() -> strict.readDate(data)).isInstanceOf(InvalidValue.class);
  }

  @Example
  void refusesWhatIsNoDate() {
    PemsMoment server = new PemsMoment(ZoneOffset.UTC, YearEmission.OLD, false);
    for (String json :
        new String[] {
          "{\"YEAR\":1735689600000,\"MONTH\":2,\"DAY\":30}",
          "{\"YEAR\":\"2025\",\"MONTH\":2,\"DAY\":3}",
          "{\"YEAR\":1735689600000,\"DAY\":3}",
          "{\"YEAR\":1735689600000,\"MONTH\":2,\"DAY\":3,\"TIMEZONE\":\"CET\"}"
        }) {
      assertThatThrownBy(() -> server.readDate(JSON.readTree(json)))
          .as(json)
          .isInstanceOf(InvalidValue.class)
          .hasMessageContaining("not a valid");
    }
  }

  private static JsonNode written(PemsMoment server, LocalDate date) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      server.write(json, date);
    }
    return JSON.readTree(text.toString());
  }

  /** As the protocol page says: 2 January 00:00 UTC of the year. */
  private static JsonNode clientEncodes(LocalDate date) {
    long mark =
        LocalDate.of(date.getYear(), 1, 2).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    return JSON.readTree(
        """
        {"YEAR":%d,"MONTH":%d,"DAY":%d,"HOUR":0,"MINUTE":0,"SECOND":0,"SUBSECOND":0,
         "TIMEZONE":"+0000","qualifier":"OTHER"}\
        """
            .formatted(mark, date.getMonthValue(), date.getDayOfMonth()));
  }

  /** As the protocol page says: near a 1 January that year, else the year in UTC. */
  private static LocalDate clientDecodes(JsonNode data) {
    Instant mark = Instant.ofEpochMilli(data.path("YEAR").asLong());
    int year = mark.plusSeconds(48 * 3600).atZone(ZoneOffset.UTC).getYear();
    return LocalDate.of(year, data.path("MONTH").asInt(), data.path("DAY").asInt());
  }
}
