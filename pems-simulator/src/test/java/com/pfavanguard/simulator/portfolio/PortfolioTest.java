package com.pfavanguard.simulator.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import com.pfavanguard.simulator.record.PfaField;
import com.pfavanguard.simulator.record.PfaRecord;
import com.pfavanguard.simulator.record.PortfolioSize;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PortfolioTest {
  private static final Catalogue CATALOGUE = new Catalogue();
  private final Portfolio portfolio = new Portfolio(CATALOGUE, new PortfolioSize(20_280, 1));

  private static String show(PfaRecord record) {
    StringBuilder text = new StringBuilder();
    PfaField.all().forEach(field -> text.append(record.get(field)).append('|'));
    return text.toString();
  }

  private Stream<PfaRecord> all() {
    return portfolio.organizations().stream()
        .map(Organization::code)
        .flatMap(
            code ->
                IntStream.range(0, portfolio.size(code))
                    .mapToObj(index -> portfolio.record(code, index)));
  }

  @Test
  void hasTheNumbersOfTheRealTenant() {
    assertThat(portfolio.organizations()).hasSize(28);
    assertThat(CATALOGUE.categories()).hasSize(1_163);
    assertThat(CATALOGUE.assets()).hasSize(3_735);
    assertThat(portfolio.size("RIO")).isEqualTo(9_126);
    assertThat(portfolio.size("PORTARTHUR")).isEqualTo(6_692);
    assertThat(portfolio.size("HOLNG")).isEqualTo(4_462);
    assertThat(portfolio.size("ELSEWHERE")).isZero();
    assertThat(new HashSet<>(CATALOGUE.categories().stream().map(Category::code).toList()))
        .hasSize(1_163);
  }

  @Test
  void makesTheSameRecordFromTheSameSeed() {
    Portfolio again = new Portfolio(new Catalogue(), new PortfolioSize(20_280, 1));
    Portfolio other = new Portfolio(CATALOGUE, new PortfolioSize(20_280, 2));
    for (int index = 0; index < 2_000; index++) {
      String record = show(portfolio.record("HOLNG", index));
      assertThat(show(again.record("HOLNG", index))).isEqualTo(record);
      assertThat(show(other.record("HOLNG", index))).isNotEqualTo(record);
    }
  }

  @Test
  void beginsALargerPortfolioWithTheRecordsOfASmaller() {
    Portfolio million = new Portfolio(CATALOGUE, new PortfolioSize(1_000_000, 1));
    assertThat(show(million.record("RIO", 9_125))).isEqualTo(show(portfolio.record("RIO", 9_125)));
    assertThat(million.size("RIO") + million.size("PORTARTHUR") + million.size("HOLNG"))
        .isEqualTo(1_000_000);
  }

  @Test
  void numbersIdsInAscendingOrderOfTextAndFindsThemAgain() {
    for (int index : List.of(0, 8, 9, 99, 9_124)) {
      String id = Portfolio.pfaId(index);
      assertThat(id).isLessThan(Portfolio.pfaId(index + 1));
      assertThat(portfolio.indexOf("RIO", id)).isEqualTo(index);
    }
    assertThat(portfolio.indexOf("RIO", Portfolio.pfaId(9_126))).isEqualTo(-1);
    assertThat(portfolio.indexOf("RIO", "PFA-000000x")).isEqualTo(-1);
    assertThat(portfolio.indexOf("RIO", "PFA-+000001")).isEqualTo(-1);
    assertThat(portfolio.indexOf("RIO", "other")).isEqualTo(-1);
  }

  @Test
  void keepsTheRulesOfTheDomain() {
    Codes codes = CATALOGUE.codes();
    all()
        .forEach(
            record -> {
              boolean rental = "Rental".equals(record.get(PfaField.SOURCE));
              PfaField needed = rental ? PfaField.MONTHLY_RATE : PfaField.PURCHASE_PRICE;
              assertThat((BigDecimal) record.get(needed)).isNotNegative();
              assertOrdered(record, PfaField.PLAN_START, PfaField.PLAN_END);
              assertOrdered(record, PfaField.FORECAST_START, PfaField.FORECAST_END);
              assertOrdered(record, PfaField.ACTUAL_START, PfaField.ACTUAL_END);
              assertThat(codes.isCategory(String.valueOf(record.get(PfaField.CATEGORY)))).isTrue();
              assertThat(record.recordid()).isPositive();
            });
  }

  private static void assertOrdered(PfaRecord record, PfaField from, PfaField to) {
    LocalDate start = (LocalDate) record.get(from);
    LocalDate end = (LocalDate) record.get(to);
    if (start != null && end != null) {
      assertThat(end).isAfterOrEqualTo(start);
    }
  }

  @Test
  void containsTheOddButLegal() {
    Set<String> missing = new HashSet<>();
    expect(missing, "unicode", record -> text(record).contains("🏗"));
    expect(missing, "long", record -> text(record).length() == 240);
    expect(missing, "quotes", record -> text(record).contains("\""));
    expect(missing, "formula", record -> text(record).startsWith("="));
    expect(
        missing, "free", record -> "0".equals(String.valueOf(record.get(PfaField.MONTHLY_RATE))));
    expect(missing, "leap day", record -> has(record, LocalDate.of(2028, 2, 29)));
    expect(missing, "new year's eve", record -> has(record, LocalDate.of(2027, 12, 31)));
    expect(missing, "no forecast", record -> record.get(PfaField.FORECAST_END) == null);
    expect(
        missing,
        "18 digits",
        record ->
            record.get(PfaField.MONTHLY_RATE) instanceof BigDecimal rate && rate.precision() == 18);
    expect(
        missing,
        "open end",
        record ->
            Boolean.TRUE.equals(record.get(PfaField.IS_ACTUALIZED))
                && record.get(PfaField.ACTUAL_END) == null);
    expect(missing, "cancelled", r -> Boolean.TRUE.equals(r.get(PfaField.IS_DISCONTINUED)));
    assertThat(missing).isEmpty();
    assertThat(all().map(PortfolioTest::text)).noneMatch(text -> text.contains("\n"));
  }

  private void expect(Set<String> missing, String what, Predicate<PfaRecord> test) {
    if (all().noneMatch(test)) {
      missing.add(what);
    }
  }

  private static String text(PfaRecord record) {
    return String.valueOf(record.get(PfaField.DESCRIPTION));
  }

  private static boolean has(PfaRecord record, LocalDate date) {
    return date.equals(record.get(PfaField.FORECAST_END));
  }
}
