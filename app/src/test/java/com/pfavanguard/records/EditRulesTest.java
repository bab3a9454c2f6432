package com.pfavanguard.records;

import static org.assertj.core.api.Assertions.assertThat;

import com.pfavanguard.kernel.FieldValues;
import com.pfavanguard.records.domain.Breach;
import com.pfavanguard.records.domain.EditRules;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EditRulesTest {
  private static final FieldValues RENTAL =
      FieldValues.fromTexts(
          Map.of(
              "source", "Rental",
              "dor", "PROJECT",
              "monthlyRate", "1000",
              "forecastStart", "2026-03-01",
              "forecastEnd", "2026-03-31",
              "isActualized", "false"));

  @Test
  void acceptsAForecastThatEndsOnTheDayItStarts() {
    assertThat(codes(RENTAL, Map.of("forecastEnd", "2026-03-01"))).isEmpty();
  }

  @Test
  void refusesAForecastThatEndsBeforeItStarts() {
    assertThat(codes(RENTAL, Map.of("forecastEnd", "2026-02-28")))
        .containsExactly("end_before_start");
    assertThat(codes(RENTAL, Map.of("forecastStart", "2026-04-01")))
        .containsExactly("end_before_start");
  }

  @Test
  void refusesEditsOfLockedFields() {
    assertThat(codes(RENTAL, Map.of("planStart", "2026-01-01"))).containsExactly("locked");
    assertThat(codes(RENTAL, Map.of("actualStart", "2026-01-01"))).containsExactly("locked");
  }

  @Test
  void aRentalKeepsItsRateAndTakesNoPrice() {
    Map<String, @Nullable String> noRate = new java.util.HashMap<>();
    noRate.put("monthlyRate", null);
    assertThat(codes(RENTAL, noRate)).containsExactly("rate_missing");
    assertThat(codes(RENTAL, Map.of("monthlyRate", "-0.01"))).containsExactly("negative");
    assertThat(
            EditRules.misplacedMoney(RENTAL, FieldValues.fromTexts(Map.of("purchasePrice", "5"))))
        .extracting(Breach::code)
        .containsExactly("price_on_rental");
  }

  @Test
  void becomingAPurchaseNeedsAPrice() {
    assertThat(codes(RENTAL, Map.of("source", "Purchase"))).containsExactly("price_missing");
    assertThat(codes(RENTAL, Map.of("source", "Purchase", "purchasePrice", "0"))).isEmpty();
  }

  @Test
  void anActualEndMayBeExtendedNeverShortened() {
    FieldValues onSite =
        RENTAL.overlaidBy(
            FieldValues.fromTexts(
                Map.of(
                    "isActualized", "true",
                    "actualStart", "2026-02-01",
                    "actualEnd", "2026-05-01")));

    assertThat(codes(onSite, Map.of("actualEnd", "2026-06-01"))).isEmpty();
    assertThat(codes(onSite, Map.of("actualEnd", "2026-04-30")))
        .containsExactly("actual_shortened");
    assertThat(codes(RENTAL, Map.of("actualEnd", "2026-06-01"))).containsExactly("not_actualized");
  }

  @Test
  void anImportedRecordThatBreaksAnotherRuleStaysEditableWithAWarning() {
    FieldValues broken =
        RENTAL.overlaidBy(FieldValues.fromTexts(Map.of("forecastEnd", "2025-01-01")));

    assertThat(codes(broken, Map.of("description", "Moved"))).isEmpty();
    assertThat(EditRules.warnings(broken))
        .containsExactly("The forecast must not end before it starts.");
  }

  private static List<String> codes(
      FieldValues record, Map<String, ? extends @Nullable String> edit) {
    return EditRules.breaches(record, record, FieldValues.fromTexts(new java.util.HashMap<>(edit)))
        .stream()
        .map(Breach::code)
        .toList();
  }
}
