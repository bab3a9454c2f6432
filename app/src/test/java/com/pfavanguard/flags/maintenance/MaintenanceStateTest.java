package com.pfavanguard.flags.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import com.pfavanguard.flags.Notice;
import com.pfavanguard.flags.maintenance.MaintenanceState.Stage;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MaintenanceStateTest {
  private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

  private static MaintenanceState state(
      boolean on, @Nullable String level, @Nullable Instant starts, @Nullable Instant ends) {
    return MaintenanceState.of(on, new Notice(null, level, starts, ends), NOW);
  }

  @Test
  void itIsAnnouncedUntilItsEndAndGoesOnPastItUntilSwitchedOff() {
    Instant past = NOW.minusSeconds(1);
    assertThat(state(false, null, null, null).stage()).isEqualTo(Stage.NONE);
    assertThat(state(false, null, NOW.plusSeconds(60), null).stage()).isEqualTo(Stage.ANNOUNCED);
    assertThat(state(false, null, past, past).stage()).isEqualTo(Stage.NONE);
    assertThat(state(true, null, past, past).stage()).isEqualTo(Stage.PAGE);
    assertThat(state(true, "banner", null, null).stage()).isEqualTo(Stage.BANNER);
  }

  @Test
  void scriptsAreToldToComeBackBetweenFiveSecondsAndAnHour() {
    assertThat(state(true, null, null, null).retryAfter(NOW)).isEqualTo(Duration.ofMinutes(1));
    assertThat(state(true, null, null, NOW).retryAfter(NOW)).isEqualTo(Duration.ofMinutes(1));
    assertThat(state(true, null, null, NOW.plusMillis(10)).retryAfter(NOW))
        .isEqualTo(Duration.ofSeconds(5));
    assertThat(state(true, null, null, NOW.plusSeconds(90)).retryAfter(NOW))
        .isEqualTo(Duration.ofSeconds(90));
    assertThat(state(true, null, null, NOW.plus(Duration.ofDays(2))).retryAfter(NOW))
        .isEqualTo(Duration.ofHours(1));
  }
}
