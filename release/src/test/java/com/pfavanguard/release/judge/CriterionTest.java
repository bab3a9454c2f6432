package com.pfavanguard.release.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CriterionTest {

  @Test
  void unitsOfOneDimensionAreComparedByWhatTheyMean() {
    assertThat(verdict("<", "0.5 s", level("450 ms"))).isEqualTo(Verdict.PASS);
    assertThat(verdict("<", "0.5 s", level("500 ms"))).isEqualTo(Verdict.FAIL);
    assertThat(verdict("<=", "0.5 s", level("500 ms"))).isEqualTo(Verdict.PASS);
  }

  @Test
  void anotherDimensionIsAnErrorAndNotAComparison() {
    assertThat(verdict("<", "0.5 s", level("0.1 %"))).isEqualTo(Verdict.ERROR);
  }

  @ParameterizedTest
  @ValueSource(strings = {"450", "fast", "450 bananas", "", "1e3 ms", "NaN s"})
  void whatHasNoUnitOrNoNumberIsRefused(String text) {
    assertThatThrownBy(() -> Quantity.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void noNumberIsAnError(double value) {
    assertThat(verdict("<", "0.5 s", Reading.level(value, Unit.SECONDS))).isEqualTo(Verdict.ERROR);
    assertThat(verdict(">", "0.5 s", Reading.level(value, Unit.SECONDS))).isEqualTo(Verdict.ERROR);
  }

  @Test
  void onlyAPassOpensAGate() {
    assertThat(Verdict.values()).filteredOn(Verdict::opensGate).containsExactly(Verdict.PASS);
  }

  /** The sample sizes of the release requirements: no failure among n, 95 % confidence. */
  @ParameterizedTest
  @CsvSource({"0.1 %,2995", "0.5 %,598", "1 %,299"})
  void withoutFailuresARatioPassesFromItsSampleSizeOn(String limit, long n) {
    assertThat(verdict("<", limit, new Reading.Share(0, n))).isEqualTo(Verdict.PASS);
    assertThat(verdict("<", limit, new Reading.Share(0, n - 1))).isEqualTo(Verdict.UNDERPOWERED);
  }

  @Test
  void aSuccessRateIsProvedFromBelow() {
    assertThat(verdict(">", "99.9 %", new Reading.Share(2995, 2995))).isEqualTo(Verdict.PASS);
    assertThat(verdict(">", "99.9 %", new Reading.Share(100, 100))).isEqualTo(Verdict.UNDERPOWERED);
    assertThat(verdict(">", "99.9 %", new Reading.Share(99, 100))).isEqualTo(Verdict.FAIL);
  }

  @Test
  void anEmptyWindowIsNoData() {
    assertThat(verdict("<", "0.1 %", new Reading.Share(0, 0))).isEqualTo(Verdict.NO_DATA);
    assertThat(verdict("<", "0.1 %", new Reading.Nothing("empty"))).isEqualTo(Verdict.NO_DATA);
    assertThat(verdict("<", "0.1 %", new Reading.Broken("500"))).isEqualTo(Verdict.ERROR);
  }

  @Property
  void moreFailuresNeverMakeABetterVerdict(
      @ForAll @LongRange(min = 1, max = 5_000) long n, @ForAll @LongRange(max = 5_000) long hits) {
    long fewer = Math.min(hits, n - 1);
    Verdict before = verdict("<", "1 %", new Reading.Share(fewer, n));
    Verdict after = verdict("<", "1 %", new Reading.Share(fewer + 1, n));
    assertThat(rank(after)).isLessThanOrEqualTo(rank(before));
  }

  private static int rank(Verdict verdict) {
    return switch (verdict) {
      case PASS -> 2;
      case UNDERPOWERED -> 1;
      case FAIL, NO_DATA, ERROR -> 0;
    };
  }

  private static Reading level(String text) {
    return new Reading.Level(Quantity.parse(text));
  }

  private static Verdict verdict(String comparison, String limit, Reading reading) {
    return new Criterion(Comparison.of(comparison).orElseThrow(), Quantity.parse(limit))
        .judge(reading)
        .verdict();
  }
}
