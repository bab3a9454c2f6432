package com.pfavanguard.pems.budget;

import static org.assertj.core.api.Assertions.assertThat;

import com.pfavanguard.pems.PemsConnection;
import com.pfavanguard.pems.PemsFailure;
import com.pfavanguard.pems.PemsResult;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What several processes learn of one connection together. */
class ConnectionStateTest {
  private static final String ID = "default";
  private static final PemsConnection CONNECTION = Processes.connection(10, 5);

  private final Processes processes = new Processes();
  private final ConnectionStateStore states = processes.states();

  @Test
  void eightUnansweredCallsInARowOpenTheCircuitWhoeverMadeThem() {
    for (int i = 0; i < 7; i++) {
      learn(processes.watch(), new PemsFailure.Transient("gone"));
    }
    assertThat(open()).isFalse();
    learn(processes.watch(), new PemsFailure.Ambiguous("gone"));

    assertThat(open()).isTrue();
    assertThat(processes.watch().callable(ID)).isFalse();
  }

  @Test
  void anAnswerInBetweenMeansThatPemsIsThere() {
    ConnectionWatch watch = processes.watch();
    for (int i = 0; i < 20; i++) {
      learn(watch, new PemsFailure.Transient("gone"));
      learn(watch, new PemsFailure.Rejected("no"));
    }
    assertThat(open()).isFalse();
  }

  @Test
  void threeFailuresOverSomeSecondsOpenTheCircuitInAQuietHour() {
    learn(processes.watch(), new PemsFailure.Transient("gone"));
    learn(processes.watch(), new PemsFailure.Transient("gone"));
    change("failing_since = failing_since - interval '5 seconds'");
    assertThat(open()).isFalse();
    learn(processes.watch(), new PemsFailure.Transient("gone"));

    assertThat(open()).isTrue();
  }

  @Test
  void aRefusedLoginOpensItAtOnceForPasswordsLockAccounts() {
    learn(processes.watch(), new PemsFailure.AuthExpired("no"));

    assertThat(open()).isTrue();
  }

  @Test
  void oneProcessProbesAndLaterEachTime() {
    learn(processes.watch(), new PemsFailure.AuthExpired("no"));
    assertThat(states.takeDueProbes(List.of(ID))).isEmpty();
    change("probe_at = clock_timestamp()");

    assertThat(states.takeDueProbes(List.of(ID))).containsExactly(ID);
    assertThat(states.takeDueProbes(List.of(ID))).isEmpty();
    states.close(ID);
    assertThat(processes.watch().callable(ID)).isTrue();
  }

  @Test
  void aPauseThatPemsAsksForHoldsEveryProcess() {
    learn(processes.watch(), new PemsFailure.RateLimited("slower", Duration.ofMinutes(1)));
    learn(processes.watch(), new PemsFailure.RateLimited("slower", null));

    assertThat(processes.watch().standing(ID))
        .isInstanceOfSatisfying(
            ConnectionWatch.Standing.Paused.class,
            paused ->
                assertThat(paused.why().retryAfter())
                    .isBetween(Duration.ofSeconds(50), Duration.ofMinutes(1)));
    // Two refusals within a second are one reason to slow down.
    assertThat(share()).isBetween(0.5, 0.55);
  }

  @Test
  void theRateGrowsBackWithTime() {
    states.slowDown(ID, 0.5, Duration.ZERO);
    change("share_since = share_since - interval '10 seconds'");
    assertThat(share()).isBetween(0.69, 0.8);
    change("share_since = share_since - interval '1 hour'");
    assertThat(share()).isEqualTo(1);
  }

  @Test
  void callsThatTakeThreeTimesTheirUsualTimeAreSlow() {
    Latency latency = new Latency();
    long usual = Duration.ofMillis(400).toNanos();
    for (int i = 0; i < 100; i++) {
      assertThat(latency.slowAfter(usual)).isFalse();
    }
    boolean slow = false;
    for (int i = 0; i < 10; i++) {
      slow = latency.slowAfter(4 * usual);
    }
    assertThat(slow).isTrue();
  }

  private static void learn(ConnectionWatch watch, PemsFailure failure) {
    watch.learn(CONNECTION, PemsResult.failure(failure), false, 1);
  }

  private boolean open() {
    return states.find(ID).orElseThrow().state().open();
  }

  private double share() {
    return states.find(ID).orElseThrow().state().share();
  }

  private void change(String what) {
    processes.database().as("owner").sql("UPDATE pems_connection_state SET " + what).update();
  }
}
