package com.pfavanguard.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.pfavanguard.testing.ApiClient;
import com.pfavanguard.testing.MirrorRows;
import com.pfavanguard.testing.ServerTest;
import com.pfavanguard.testing.TestDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** The tenant changes its schema. */
@ServerTest
class SchemaDriftTest {
  private static final TenantPems PEMS = new TenantPems();
  private static final Map<String, String> RENAMED =
      Map.of("alias", "pfs_f_manufact", "rename", "udf_maker");

  @DynamicPropertySource
  static void pems(DynamicPropertyRegistry registry) {
    PEMS.configure(registry);
  }

  @Autowired ApiClient anybody;
  @Autowired TestDatabase database;
  @Autowired MeterRegistry meters;
  private ApiClient api;
  private Reads reads;

  @BeforeEach
  void loaded() {
    PEMS.reset();
    api = anybody.as("planner");
    reads = new Reads(api, new MirrorRows(database).clear().owner());
    reads.tables().sql("TRUNCATE pems_schema_field, pems_schema_hold").update();
    assertThat(reads.full().path("status").asString()).isEqualTo("completed");
    assertThat(holds()).isEmpty();
  }

  @Test
  void aRenamedColumnLeavesItsFieldInTheMirrorAsItWasAndEverythingElseIsRead() {
    String id = reads.id(3);
    String makers = makers();
    PEMS.edit(id, Map.of("description", "read all the same", "manufacturer", "NEWMAKER"));
    PEMS.drift(RENAMED);

    JsonNode run = reads.full();

    assertThat(run.path("status").asString()).isEqualTo("completed");
    assertThat(run.path("changed").asLong()).isEqualTo(1);
    assertThat(makers()).isEqualTo(makers);
    assertThat(reads.count("pfa_mirror WHERE description = 'read all the same'")).isEqualTo(1);
    assertThat(holds()).hasSize(1);
    assertThat(holds().path(0).path("field").asString()).isEqualTo("manufacturer");
    assertThat(holds().path(0).path("reason").asString()).isEqualTo("missing");
    assertThat(reads.full().path("unchanged").asLong()).isEqualTo(run.path("rowsRead").asLong());
  }

  @Test
  void aHoldEndsByItselfWhenTheColumnIsBackAndWhatWasMissedIsRead() {
    PEMS.edit(reads.id(3), Map.of("manufacturer", "NEWMAKER"));
    PEMS.drift(RENAMED);
    reads.full();

    PEMS.control("DELETE", "/faults", Map.of());
    JsonNode run = reads.full();

    assertThat(holds()).isEmpty();
    assertThat(run.path("changed").asLong()).isEqualTo(1);
    assertThat(reads.count("pfa_mirror WHERE manufacturer = 'NEWMAKER'")).isEqualTo(1);
    assertThat(reads.count("pems_schema_hold WHERE cleared_at IS NOT NULL")).isEqualTo(1);
  }

  @Test
  void aRecordThatIsNewWhileAColumnIsGoneIsReadWithoutIt() {
    PEMS.drift(Map.of("alias", "pfs_ft", "rename", "udf_flag"));
    PEMS.add("AAA-1");

    assertThat(reads.full().path("inserted").asLong()).isEqualTo(1);
    assertThat(reads.count("pfa_mirror WHERE pfa_id = 'AAA-1' AND NOT is_funds_transferable"))
        .isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "pfs_f_rate,     type,      TEXT, monthlyRate,   type",
    "pfs_f_rate,     precision, 2,    monthlyRate,   decimals",
    "pfs_f_startdate,type,      TEXT, forecastStart, type",
    "description,    maxLength, 10,   description,   max_length"
  })
  void aChangedTypeOrAnArrowedSizeHoldsTheFieldAndNoOther(
      String alias, String what, String value, String field, String reason) {
    String before = reads.checksum();
    Object changed = value.equals("TEXT") ? value : Integer.valueOf(value);
    PEMS.drift(Map.of("alias", alias, what, changed));

    assertThat(reads.full().path("status").asString()).isEqualTo("completed");

    assertThat(holds()).hasSize(1);
    assertThat(holds().path(0).path("field").asString()).isEqualTo(field);
    assertThat(holds().path(0).path("reason").asString()).isEqualTo(reason);
    assertThat(holds().path(0).path("detail").asString()).contains(value);
    assertThat(reads.checksum()).isEqualTo(before);
  }

  @Test
  void aWiderFieldIsNoDriftButIsRememberedSoThatItsReturnIsOne() {
    PEMS.drift(Map.of("alias", "description", "maxLength", 5000));
    reads.full();
    assertThat(holds()).isEmpty();

    PEMS.control("DELETE", "/faults", Map.of());
    reads.full();
    assertThat(holds()).hasSize(1);
  }

  @Test
  void aNewSizeCanBeAcceptedByThoseWhoManageSettingsAndAMissingFieldNot() {
    PEMS.drift(Map.of("alias", "pfs_f_rate", "precision", 2));
    reads.full();
    String accept = accept();

    assertThat(api.post(accept, Map.of()).status()).isEqualTo(403);
    ApiClient admin = anybody.as("admin");
    assertThat(admin.post(accept, Map.of()).status()).isEqualTo(200);
    assertThat(holds()).isEmpty();
    reads.full();
    assertThat(holds()).isEmpty();

    PEMS.drift(RENAMED);
    reads.full();
    assertThat(admin.post(accept(), Map.of()).status()).isEqualTo(404);
  }

  @Test
  void monitoringCountsTheHolds() {
    PEMS.drift(RENAMED);
    reads.full();

    await().until(() -> violations() == 1);
    assertThat(status().path("health").asString()).isEqualTo("attention");
  }

  private String accept() {
    return "/api/pems/field-holds/%d/accept?organizationId=RIO"
        .formatted(holds().path(0).path("holdId").asLong());
  }

  private double violations() {
    return meters.get("pfa.data.integrity.violations").tag("check", "schema_drift").gauge().value();
  }

  private JsonNode status() {
    return api.get("/api/pems/sync-status?organizationId=RIO").body();
  }

  private JsonNode holds() {
    return status().path("holds");
  }

  /** Changes whenever the maker of any record does. */
  private String makers() {
    return reads
        .tables()
        .sql("SELECT string_agg(manufacturer, '|' ORDER BY pfa_id) FROM pfa_mirror")
        .query(String.class)
        .single();
  }
}
