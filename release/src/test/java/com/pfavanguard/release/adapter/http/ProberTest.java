package com.pfavanguard.release.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.pfavanguard.release.adapter.http.Prober.Probe;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProberTest {
  private static final Instant BEGIN = Instant.parse("2026-11-25T12:00:00Z");

  @Test
  void aGapOfThreeSecondsIsReadAsThreeSecondsWithinHalfOne() {
    List<Probe> probes = looks(10_000, 4_000, 7_000);
    assertThat(Prober.downtime(probes)).isBetween(Duration.ofMillis(2500), Duration.ofMillis(3500));
  }

  @Test
  void withoutAFailureThereIsNoDowntime() {
    assertThat(Prober.downtime(looks(10_000, 0, 0))).isZero();
  }

  @Test
  void whatIsStillDownCounts() {
    assertThat(Prober.downtime(looks(10_000, 8_000, 10_000))).isGreaterThan(Duration.ofSeconds(1));
  }

  @Test
  void twoGapsAreAddedUp() {
    List<Probe> probes = new ArrayList<>(looks(10_000, 2_000, 3_000));
    looks(10_000, 5_000, 6_000)
        .forEach(
            probe ->
                probes.add(new Probe(probe.at().plusSeconds(10), probe.status(), probe.took())));
    assertThat(Prober.downtime(probes)).isBetween(Duration.ofMillis(1600), Duration.ofMillis(2400));
  }

  /** Every 200 ms; down from one moment to the other. */
  private static List<Probe> looks(int until, int downFrom, int downTo) {
    List<Probe> probes = new ArrayList<>();
    for (int at = 0; at < until; at += 200) {
      int status = at >= downFrom && at < downTo ? 502 : 200;
      probes.add(new Probe(BEGIN.plusMillis(at), status, Duration.ofMillis(3)));
    }
    return probes;
  }
}
