package com.pfavanguard.flags;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.pfavanguard.testing.ServerTest;
import com.pfavanguard.testing.TestDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class FlagsTest {
  @Autowired Flags flags;
  @Autowired TestDatabase database;
  @Autowired MeterRegistry meters;

  @AfterEach
  void switchOn() {
    operator("DELETE FROM feature_flag_override");
    operator("UPDATE feature_flags SET enabled = true WHERE flag_name = 'auto_sync'");
    await().until(() -> flags.autoSyncRuns("RIO"));
  }

  @Test
  void anOperatorsUpdateStopsAndResumesAutoSync() {
    operator("UPDATE feature_flags SET enabled = false WHERE flag_name = 'auto_sync'");
    await().until(() -> !flags.autoSyncRuns("RIO"));
    assertThat(flags.enabled("auto_sync")).isFalse();

    operator("UPDATE feature_flags SET enabled = true WHERE flag_name = 'auto_sync'");
    await().until(() -> flags.autoSyncRuns("RIO"));
  }

  @Test
  void anOverridePausesItsOwnOrganizationOnly() {
    override("RIO", false);

    await().until(() -> !flags.autoSyncRuns("RIO"));
    assertThat(flags.autoSyncRuns("HOLNG")).isTrue();
  }

  @Test
  void noOverrideRunsWhatIsOffForEverybody() {
    override("RIO", true);
    operator("UPDATE feature_flags SET enabled = false WHERE flag_name = 'auto_sync'");

    await().until(() -> !flags.enabled("auto_sync"));
    assertThat(flags.autoSyncRuns("RIO")).isFalse();
  }

  @Test
  void anUnknownFlagIsOff() {
    assertThat(flags.enabled("no_such_flag")).isFalse();
  }

  @Test
  void theMetricFollowsTheFlag() {
    var gauge = meters.get("pfa.feature.flag.enabled").tag("flag", "auto_sync").gauge();
    assertThat(gauge.value()).isEqualTo(1);

    operator("UPDATE feature_flags SET enabled = false WHERE flag_name = 'auto_sync'");

    await().until(() -> gauge.value() == 0);
  }

  private void override(String organizationId, boolean enabled) {
    database
        .as("operator")
        .sql("INSERT INTO feature_flag_override VALUES ('auto_sync', ?, ?)")
        .params(organizationId, enabled)
        .update();
  }

  private void operator(String sql) {
    database.as("operator").sql(sql).update();
  }
}
