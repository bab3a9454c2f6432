package com.pfavanguard.operations.maintenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pfavanguard.operations.OperationRefused;
import com.pfavanguard.operations.maintenance.MaintenanceSwitch.Setting;
import com.pfavanguard.operations.testing.ProductDatabase;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MaintenanceSwitchTest {
  private final ProductDatabase database = ProductDatabase.create();
  private final MaintenanceSwitch maintenance = new MaintenanceSwitch(database.operator());

  @Test
  void whatIsSetIsReadAndOpenPagesAreTold() throws Exception {
    assertThat(maintenance.read()).isEqualTo(Setting.OFF);
    Setting on =
        new Setting(true, "banner", "Release.", null, Instant.parse("2026-11-25T18:00:00Z"));
    maintenance.write(on);
    assertThat(maintenance.read()).isEqualTo(on);
    assertThat(
            database.ask(
                "SELECT count(*) FROM live_event WHERE type = 'FLAG_CHANGED' AND data->>'flag' = 'maintenance'"
                    + " AND (data->>'enabled')::boolean"))
        .isEqualTo("2");
    maintenance.write(Setting.OFF);
    assertThat(maintenance.read()).isEqualTo(Setting.OFF);
  }

  @Test
  void zeroRowsAreNoSuccess() {
    database.run("DELETE FROM feature_flags WHERE flag_name = 'maintenance'");
    assertThatThrownBy(() -> maintenance.write(Setting.OFF)).isInstanceOf(OperationRefused.class);
  }
}
