package com.pfavanguard.pems.client;

import static com.pfavanguard.pems.client.SimulatedTenant.failure;
import static com.pfavanguard.pems.client.SimulatedTenant.value;
import static org.assertj.core.api.Assertions.assertThat;

import com.pfavanguard.kernel.PfaField;
import com.pfavanguard.pems.GridPage;
import com.pfavanguard.pems.GridQuery;
import com.pfavanguard.pems.GridRow;
import com.pfavanguard.pems.LiveRecord;
import com.pfavanguard.pems.PemsFailure;
import com.pfavanguard.pems.PemsGateway;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GridContractTest {
  private static final GridQuery ALL = new GridQuery(null, 7);

  private SimulatedTenant pems;

  @BeforeEach
  void start() throws Exception {
    pems = SimulatedTenant.start();
  }

  @AfterEach
  void stop() throws Exception {
    pems.close();
  }

  @Test
  void everyRowSaysExactlyWhatTheScreenSays() {
    for (GridRow row : pems.readAll(pems.gateway(), ALL)) {
      LiveRecord record = pems.read(row.pfaId());
      assertThat(row.values()).isEqualTo(record.values());
      assertThat(row.recordid()).isEqualTo(record.recordid());
    }
  }

  @Test
  void pagesHoldEveryRecordOfTheOrganizationOnceAndTheCountAgrees() {
    List<String> ids = ids(pems.readAll(pems.gateway(), ALL));

    assertThat(ids).isSorted().doesNotHaveDuplicates();
    assertThat((long) ids.size()).isEqualTo(value(pems.gateway().count(pems.target(), ALL)));
  }

  @ParameterizedTest
  @CsvSource({
    "rowStyle,CELL",
    "collapseSingle,true",
    "cursorReported,last",
    "joinerJoins,previous",
    "recordsMeaning,total",
    "totalCount,false",
    "serverTimestamp,now",
    "gridThousandsCommas,true",
    "flagStyle,plus_minus",
    "flagStyle,one_minus_one",
    "flagStyle,yes_no",
    "organizationHeaderFilters,true",
    "yearEmission,midyear"
  })
  void theRowsAreTheSameForTenantsThatDiffer(String setting, String on) throws Exception {
    List<GridRow> usual = pems.readAll(pems.gateway(), ALL);
    // One row on the last page: there a tenant may collapse the list to an object.
    GridQuery oneLeft = new GridQuery(null, usual.size() - 1);
    Object value = on.equals("true") ? true : on.equals("false") ? false : on;

    pems.settings(Map.of(setting, value));

    assertThat(pems.readAll(pems.gateway(), ALL)).isEqualTo(usual);
    assertThat(pems.readAll(pems.gateway(), oneLeft)).isEqualTo(usual);
    assertThat(value(pems.gateway().count(pems.target(), ALL))).isEqualTo(usual.size());
  }

  @ParameterizedTest
  @CsvSource({"dd-MMM-yyyy,UTC,1", "yyyy-MM-dd,America/Chicago,0", "dd.MM.yyyy,+14:00,1"})
  void datesZonesAndCursorsAreConfiguration(String dates, String zone, int base) throws Exception {
    List<GridRow> usual = pems.readAll(pems.gateway(), ALL);
    pems.settings(Map.of("gridDateFormat", dates, "serverZone", zone, "cursorBase", base));

    PemsGateway configured = pems.gateway(dates, ZoneId.of(zone), base);

    assertThat(pems.readAll(configured, ALL)).isEqualTo(usual);
  }

  @Test
  void aPageTellsHowItContinues() {
    List<GridRow> rows = new ArrayList<>();
    GridPage page = value(pems.gateway().readPage(pems.target(), ALL, 8, rows::add));

    assertThat(page.rows()).isEqualTo(7).isEqualTo(rows.size());
    assertThat(page.claimedRows()).isEqualTo(7);
    assertThat(page.moreRecords()).isTrue();
    assertThat(page.nextCursor()).isEqualTo(15);
    assertThat(page.serverTimestamp()).isPositive();
  }

  @Test
  void onlyWhatChangedSinceAMomentIsReadTheMomentIncluded() throws Exception {
    String id = pems.anyId();
    pems.control(
        "POST",
        "/edits",
        Map.of(
            "organization",
            "RIO",
            "pfaId",
            id,
            "user",
            "PEMSUSER",
            "fields",
            Map.of("description", "changed")));
    Instant changedAt =
        (Instant) Objects.requireNonNull(pems.read(id).values().get(PfaField.LAST_CHANGED_AT));

    assertThat(ids(pems.readAll(pems.gateway(), new GridQuery(changedAt, 7)))).containsExactly(id);
    assertThat(pems.readAll(pems.gateway(), new GridQuery(changedAt.plusSeconds(1), 7))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"D", "CELL"})
  void aRenamedColumnIsNoticedAndThenLeftOutNeverReadAsEmpty(String style) throws Exception {
    pems.settings(Map.of("rowStyle", style));
    PemsGateway gateway = pems.gateway();
    value(gateway.readPage(pems.target(), ALL, 1, row -> {}));

    pems.fault("GRIDDATA", drift("rename", "pfs_f_other"));

    assertThat(failure(gateway.readPage(pems.target(), ALL, 1, row -> {})))
        .isInstanceOfSatisfying(
            PemsFailure.Garbled.class,
            garbled -> assertThat(garbled.message()).contains("columns changed"));
    List<GridRow> again = new ArrayList<>();
    value(gateway.readPage(pems.target(), ALL, 1, again::add));
    assertThat(again)
        .isNotEmpty()
        .noneMatch(row -> row.values().has(PfaField.MONTHLY_RATE))
        .allMatch(row -> row.values().has(PfaField.PURCHASE_PRICE));
  }

  @Test
  void aRenamedKeyColumnIsNotReadAtAll() throws Exception {
    pems.fault(
        "GRIDDATA", Map.of("kind", "schema-drift", "alias", "recordid", "rename", "pfs_f_other"));

    assertThat(failure(pems.gateway().readPage(pems.target(), ALL, 1, row -> {})))
        .isInstanceOfSatisfying(
            PemsFailure.Garbled.class,
            garbled -> assertThat(garbled.message()).contains("recordid"));
  }

  @Test
  void aColumnThatHoldsSomethingElseIsNamedWithItsRecord() throws Exception {
    pems.settings(Map.of("gridDateFormat", "dd-MMM-yyyy"));

    assertThat(failure(pems.gateway().readPage(pems.target(), ALL, 1, row -> {})))
        .isInstanceOfSatisfying(
            PemsFailure.Garbled.class,
            garbled -> assertThat(garbled.message()).contains("startdate is no date"));
  }

  private static Map<String, String> drift(String what, String to) {
    return Map.of("kind", "schema-drift", "alias", "pfs_f_rate", what, to);
  }

  private static List<String> ids(List<GridRow> rows) {
    return rows.stream().map(GridRow::pfaId).toList();
  }
}
