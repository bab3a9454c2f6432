package com.pfavanguard.writeback.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.pfavanguard.kernel.FieldValues;
import com.pfavanguard.kernel.PfaKey;
import com.pfavanguard.kernel.trace.Origin;
import com.pfavanguard.pems.PemsFailure;
import com.pfavanguard.records.QueuedEdit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The last column of the table in docs/pems-protocol.md. */
class RetryRuleTest {
  private static final RetryRule RULE =
      new RetryRule(
          List.of(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(20)), 0);

  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(new PemsFailure.Transient(""), true),
        Arguments.of(new PemsFailure.RateLimited("", null), true),
        Arguments.of(new PemsFailure.Stale(""), true),
        Arguments.of(new PemsFailure.SessionLost(""), true),
        Arguments.of(new PemsFailure.AuthExpired(""), true),
        Arguments.of(new PemsFailure.Ambiguous(""), true),
        Arguments.of(new PemsFailure.Garbled(""), true),
        Arguments.of(new PemsFailure.Rejected(""), false),
        Arguments.of(new PemsFailure.NotFound(""), false),
        Arguments.of(new PemsFailure.NeedsConfirmation(""), false));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void everyFailureIsEitherTriedThreeTimesMoreOrADeadLetterAtOnce(
      PemsFailure failure, boolean retried) {
    for (int attempts = 0; attempts < 3; attempts++) {
      Outcome outcome = after(attempts, failure);
      assertThat(outcome).isInstanceOf(retried ? Outcome.Retried.class : Outcome.Failed.class);
    }
    assertThat(after(3, failure)).isInstanceOf(Outcome.Failed.class);
  }

  @Test
  void theDelaysAreTheConfiguredOnesAndAtMostAFifthLonger() {
    PemsFailure failure = new PemsFailure.Transient("");
    List<Long> seconds = List.of(5L, 10L, 20L);
    for (int attempts = 0; attempts < 3; attempts++) {
      long configured = seconds.get(attempts) * 1000;
      assertThat(retried(attempts, failure).delay().toMillis())
          .isBetween(configured, configured + configured / 5);
    }
  }

  @Test
  void retryAfterIsAwaited() {
    assertThat(retried(0, new PemsFailure.RateLimited("", Duration.ofMinutes(2))).delay())
        .isEqualTo(Duration.ofMinutes(2));
    assertThat(retried(0, new PemsFailure.RateLimited("", Duration.ofSeconds(1))).delay())
        .isGreaterThanOrEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void whatWasNeverSentUsesUpNoAttemptHoweverOften() {
    Outcome.Retried later = retried(3, new PemsFailure.NotSent("", Duration.ofSeconds(7)));

    assertThat(later.cost()).isEqualTo(Outcome.Cost.NOTHING);
    assertThat(later.delay()).isEqualTo(Duration.ofSeconds(7));
    assertThat(retried(0, new PemsFailure.Transient("")).cost()).isEqualTo(Outcome.Cost.ATTEMPT);
  }

  @Test
  void aNumberOf429UseUpNoAttemptAndComeLaterAndLaterAndThenTheyDo() {
    RetryRule patient = new RetryRule(RULE.delays(), 12);
    PemsFailure busy = new PemsFailure.RateLimited("", null);
    long before = 0;
    for (int deferrals = 0; deferrals < 12; deferrals++) {
      Outcome.Retried later =
          (Outcome.Retried) patient.after(claim(2, deferrals), busy, new Random(1));
      assertThat(later.cost()).isEqualTo(Outcome.Cost.DEFERRAL);
      assertThat(later.delay().toMillis()).isBetween(before, 360_000L);
      before = later.delay().toMillis();
    }
    assertThat(before).isGreaterThanOrEqualTo(300_000);

    assertThat(((Outcome.Retried) patient.after(claim(2, 12), busy, new Random(1))).cost())
        .isEqualTo(Outcome.Cost.ATTEMPT);
    assertThat(patient.after(claim(3, 12), busy, new Random(1))).isInstanceOf(Outcome.Failed.class);
  }

  private static Outcome.Retried retried(int attempts, PemsFailure failure) {
    return (Outcome.Retried) after(attempts, failure);
  }

  private static Outcome after(int attempts, PemsFailure failure) {
    return RULE.after(claim(attempts, 0), failure, new Random(1));
  }

  private static Claim claim(int attempts, int deferrals) {
    FieldValues nothing = FieldValues.of(Map.of());
    QueuedEdit edit =
        new QueuedEdit(
            UUID.randomUUID(),
            new PfaKey("RIO", "PFA-1"),
            UUID.randomUUID(),
            "planner",
            null,
            1,
            nothing,
            nothing);
    return new Claim(
        1, "default", UUID.randomUUID(), 1, attempts, deferrals, Instant.EPOCH, Origin.NONE, edit);
  }
}
