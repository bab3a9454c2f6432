package com.pfavanguard.pems.client;

import static com.pfavanguard.pems.client.SimulatedTenant.failure;
import static com.pfavanguard.pems.client.SimulatedTenant.value;
import static org.assertj.core.api.Assertions.assertThat;

import com.pfavanguard.kernel.FieldValues;
import com.pfavanguard.kernel.PfaField;
import com.pfavanguard.pems.LiveRecord;
import com.pfavanguard.pems.PemsFailure;
import com.pfavanguard.pems.PemsTarget;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class RecordContractTest {
  private SimulatedTenant pems;
  private String id;

  @BeforeEach
  void start() throws Exception {
    pems = SimulatedTenant.start();
    id = pems.anyId();
  }

  @AfterEach
  void stop() throws Exception {
    pems.close();
  }

  @Test
  void aRecordIsReadAsPemsHoldsIt() throws Exception {
    LiveRecord record = pems.read(id);

    assertSame(record.values(), pems.held(id).path("fields"));
    assertThat(record.recordid()).isEqualTo(pems.held(id).path("recordid").asLong());
  }

  @Test
  void anUpdateChangesItsFieldsAndNothingElse() throws Exception {
    LiveRecord before = pems.read(id);
    FieldValues changes = everyKindOfChange();

    LiveRecord after = value(pems.gateway().update(pems.target(), before, changes));

    assertThat(after.recordid()).isEqualTo(before.recordid() + 1);
    assertThat(planner(after)).isEqualTo(planner(before).overlaidBy(changes));
    assertSame(after.values(), pems.held(id).path("fields"));
  }

  @ParameterizedTest
  @CsvSource({
    "missingFieldsBecomeNull,true",
    "emptyFieldsOmitted,true",
    "fractionalValue,true",
    "collapseSingle,true",
    "flagStyle,plus_minus",
    "flagStyle,one_minus_one",
    "flagStyle,yes_no",
    "strictDateInput,true",
    "organizationHeaderFilters,true"
  })
  void theUpdateIsTheSameForTenantsThatDiffer(String setting, String on) throws Exception {
    FieldValues before = planner(pems.read(id));
    pems.settings(Map.of(setting, on.equals("true") ? true : on));

    LiveRecord read = pems.read(id);
    LiveRecord after = value(pems.gateway().update(pems.target(), read, everyKindOfChange()));

    assertThat(planner(read)).isEqualTo(before);
    assertThat(planner(after)).isEqualTo(before.overlaidBy(everyKindOfChange()));
    assertSame(after.values(), pems.held(id).path("fields"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTC", "-12:00", "-05:00", "+01:00", "+05:45", "+14:00"})
  void noDateMovesWhateverTheServersZoneAndYears(String zone) throws Exception {
    for (String emission : new String[] {"old", "new", "midyear"}) {
      for (boolean strict : new boolean[] {false, true}) {
        edit(
            Map.of(
                "actualStart", "2028-02-29", "planStart", "2026-01-01", "planEnd", "2026-12-31"));
        pems.settings(
            Map.of("serverZone", zone, "yearEmission", emission, "strictDateInput", strict));
        FieldValues changes =
            FieldValues.of(
                Map.of(
                    PfaField.FORECAST_START, LocalDate.of(2027, 1, 1),
                    PfaField.FORECAST_END, LocalDate.of(2027, 12, 31)));

        LiveRecord after = value(pems.gateway().update(pems.target(), pems.read(id), changes));

        JsonNode held = pems.held(id).path("fields");
        assertThat(held.path("actualStart").asString()).isEqualTo("2028-02-29");
        assertThat(held.path("planStart").asString()).isEqualTo("2026-01-01");
        assertThat(held.path("planEnd").asString()).isEqualTo("2026-12-31");
        assertThat(held.path("forecastStart").asString()).isEqualTo("2027-01-01");
        assertThat(held.path("forecastEnd").asString()).isEqualTo("2027-12-31");
        assertThat(after.values().get(PfaField.ACTUAL_START)).isEqualTo(LocalDate.of(2028, 2, 29));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 400, 409, 500})
  void aRecordThatChangedMeanwhileIsStaleWhateverTheStatus(int status) throws Exception {
    pems.settings(Map.of("staleStatus", status));
    LiveRecord before = pems.read(id);
    edit(Map.of("description", "changed in PEMS"));

    var outcome = pems.gateway().update(pems.target(), before, everyKindOfChange());

    assertThat(failure(outcome)).isInstanceOf(PemsFailure.Stale.class);
    assertThat(pems.held(id).at("/fields/description").asString()).isEqualTo("changed in PEMS");
  }

  @Test
  void aTenantThatDoesNotCheckTheCounterTakesTheWrite() throws Exception {
    pems.settings(Map.of("recordidEnforced", false));
    LiveRecord before = pems.read(id);
    edit(Map.of("description", "changed in PEMS"));

    LiveRecord after = value(pems.gateway().update(pems.target(), before, everyKindOfChange()));

    assertThat(after.recordid()).isEqualTo(before.recordid() + 2);
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 400})
  void refusalsAreRecognisedInsideEitherStatus(int status) throws Exception {
    pems.settings(Map.of("businessErrorStatus", status));
    FieldValues wrong = FieldValues.of(Map.of(PfaField.CATEGORY, "NO SUCH CATEGORY"));

    assertThat(failure(pems.gateway().read(pems.target(), "no such id")))
        .isInstanceOf(PemsFailure.NotFound.class);
    assertThat(failure(pems.gateway().update(pems.target(), pems.read(id), wrong)))
        .isInstanceOfSatisfying(
            PemsFailure.Rejected.class,
            refusal -> assertThat(refusal.message()).contains("not a valid"));
  }

  @Test
  void eitherWayOfSigningInWorksAndWrongOnesAreNoRefusalOfTheEdit() {
    PemsTarget byKey = pems.target("", "s3cret of the tenant", Duration.ofSeconds(30));
    PemsTarget wrong = pems.target("wrong", null, Duration.ofSeconds(30));
    PemsTarget elsewhere =
        new PemsTarget(
            pems.connection("OTHER", "s3cret of the tenant", null, Duration.ofSeconds(30)), "RIO");

    assertThat(value(pems.gateway().read(byKey, id)).pfaId()).isEqualTo(id);
    assertThat(failure(pems.gateway().read(wrong, id))).isInstanceOf(PemsFailure.AuthExpired.class);
    assertThat(failure(pems.gateway().read(elsewhere, id)))
        .isInstanceOf(PemsFailure.AuthExpired.class);
    assertThat(wrong.toString() + byKey + pems.target()).doesNotContain("s3cret");
  }

  private void edit(Map<String, Object> fields) throws Exception {
    pems.control(
        "POST",
        "/edits",
        Map.of(
            "organization",
            SimulatedTenant.ORGANIZATION,
            "pfaId",
            id,
            "user",
            "PEMSUSER",
            "fields",
            fields));
  }

  private static FieldValues everyKindOfChange() {
    Map<PfaField, @Nullable Object> changes = new HashMap<>();
    changes.put(PfaField.DESCRIPTION, "Kran \"Größe 7\" \\ 起重机");
    changes.put(PfaField.MONTHLY_RATE, new BigDecimal("98765432109.876543"));
    changes.put(PfaField.PURCHASE_PRICE, null);
    changes.put(PfaField.FORECAST_END, LocalDate.of(2028, 2, 29));
    changes.put(PfaField.FORECAST_START, null);
    changes.put(PfaField.IS_FUNDS_TRANSFERABLE, true);
    changes.put(PfaField.IS_DISCONTINUED, false);
    changes.put(PfaField.MODEL, null);
    return FieldValues.of(changes);
  }

  private static FieldValues planner(LiveRecord record) {
    return record.values().only(field -> !field.bookkeeping());
  }

  /** PEMS's own account of the record, in neutral texts. */
  private static void assertSame(FieldValues values, JsonNode held) {
    Map<String, @Nullable String> texts = new HashMap<>();
    for (PfaField field : PfaField.ALL) {
      JsonNode node = held.path(field.apiName());
      texts.put(field.apiName(), node.isNull() ? null : node.asString());
    }
    FieldValues expected =
        FieldValues.fromTexts(texts).only(field -> field != PfaField.LAST_CHANGED_AT);
    assertThat(values.only(field -> field != PfaField.LAST_CHANGED_AT)).isEqualTo(expected);
  }
}
