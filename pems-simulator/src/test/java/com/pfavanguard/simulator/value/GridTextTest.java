package com.pfavanguard.simulator.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class GridTextTest {
  private final GridText usual =
      new GridText("MM/dd/yyyy", ZoneOffset.UTC, FlagStyle.TRUE_FALSE, false);
  private final GridText other =
      new GridText("dd-MMM-yyyy", ZoneId.of("America/Chicago"), FlagStyle.PLUS_MINUS, true);

  @Property(tries = 300)
  void readsBackTheDatesItWrites(@ForAll @LongRange(min = 0, max = 40_000) long day) {
    LocalDate date = LocalDate.ofEpochDay(day);
    assertThat(usual.parseDate(usual.date(date))).isEqualTo(date);
    assertThat(other.parseDate(other.date(date))).isEqualTo(date);
    assertThat(usual.parseDate(date.toString())).isEqualTo(date);
  }

  @Property(tries = 300)
  void readsBackTheNumbersItWrites(@ForAll long unscaled) {
    BigDecimal number = BigDecimal.valueOf(unscaled, 3);
    assertThat(other.parseNumber(other.number(number))).isEqualTo(number);
  }

  @Example
  void writesAsTheTenantIsSet() {
    assertThat(usual.date(LocalDate.of(2028, 2, 29))).isEqualTo("02/29/2028");
    assertThat(other.date(LocalDate.of(2028, 2, 29))).isEqualTo("29-Feb-2028");
    assertThat(other.number(new BigDecimal("-1234567.80"))).isEqualTo("-1,234,567.80");
    assertThat(other.number(new BigDecimal("-123"))).isEqualTo("-123");
    assertThat(usual.number(new BigDecimal("1234567"))).isEqualTo("1234567");
    assertThat(other.flag(true)).isEqualTo("+");
    assertThat(other.moment(Instant.parse("2026-01-01T03:04:05Z")))
        .isEqualTo("31-Dec-2025 21:04:05");
  }

  @Example
  void readsMomentsInEveryForm() {
    Instant moment = Instant.parse("2026-03-04T05:06:07Z");
    assertThat(usual.parseMoment("03/04/2026 05:06:07")).isEqualTo(moment);
    assertThat(usual.parseMoment("2026-03-04T05:06:07Z")).isEqualTo(moment);
    assertThat(usual.parseMoment("" + moment.toEpochMilli())).isEqualTo(moment);
    assertThat(usual.parseMoment("03/04/2026")).isEqualTo(Instant.parse("2026-03-04T00:00:00Z"));
    assertThatThrownBy(() -> usual.parseMoment("yesterday")).isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> usual.parseDate("")).isInstanceOf(InvalidValue.class);
  }

  @Example
  void readsFlagsInEveryStyle() {
    for (FlagStyle style : FlagStyle.values()) {
      assertThat(FlagStyle.parse(style.text(true))).isTrue();
      assertThat(FlagStyle.parse(style.text(false))).isFalse();
    }
    assertThatThrownBy(() -> FlagStyle.parse("maybe")).isInstanceOf(InvalidValue.class);
  }
}
