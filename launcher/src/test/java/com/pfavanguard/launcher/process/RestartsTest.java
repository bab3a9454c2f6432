package com.pfavanguard.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.pfavanguard.launcher.process.Restarts.Decision;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RestartsTest {
  private static final Instant BIRTH = Instant.parse("2026-11-23T08:00:00Z");

  private final Restarts restarts = new Restarts(Duration.ofMillis(500));

  private Decision dieAfter(int seconds) {
    return restarts.afterDeath(BIRTH, BIRTH.plusSeconds(seconds));
  }

  @Test
  void waitsLongerAfterEachQuickDeath() {
    assertThat(dieAfter(1)).isEqualTo(new Decision.RestartAfter(Duration.ofMillis(500)));
    assertThat(dieAfter(1)).isEqualTo(new Decision.RestartAfter(Duration.ofSeconds(1)));
    assertThat(dieAfter(1)).isEqualTo(new Decision.RestartAfter(Duration.ofSeconds(2)));
  }

  @Test
  void givesUpAtTheFifthQuickDeathInARow() {
    for (int death = 1; death <= 4; death++) {
      assertThat(dieAfter(1)).isInstanceOf(Decision.RestartAfter.class);
    }
    assertThat(dieAfter(1)).isEqualTo(new Decision.GiveUp(5));
  }

  @Test
  void forgetsQuickDeathsAfterALongLife() {
    dieAfter(1);
    dieAfter(1);
    assertThat(dieAfter(3600)).isEqualTo(new Decision.RestartAfter(Duration.ofMillis(500)));
  }
}
