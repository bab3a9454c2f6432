package com.pfavanguard.writeback.domain;

import com.pfavanguard.pems.PemsFailure;
import com.pfavanguard.writeback.domain.Outcome.Cost;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The one owner of retries: which failures are tried again, how often and when. A first attempt and
 * one retry per delay, each delay stretched by up to a fifth so that a burst does not return as a
 * burst.
 *
 * @param deferrals so many 429 of one edit use up no attempt: they say that the connection is busy,
 *     and nothing of the record. Later ones do, for a record that PEMS always puts off would hold
 *     its connection for ever
 */
public record RetryRule(List<Duration> delays, int deferrals) {
  private static final double JITTER = 0.2;
  private static final Duration LONGEST_DEFERRAL = Duration.ofMinutes(5);
  private static final int MOST_DOUBLINGS = 16;

  /** The outcome of a claim that met this failure. */
  public Outcome after(Claim claim, PemsFailure failure, RandomGenerator random) {
    return switch (failure) {
      case PemsFailure.Rejected f -> new Outcome.Failed(claim, f);
      case PemsFailure.NotFound f -> new Outcome.Failed(claim, f);
      case PemsFailure.NeedsConfirmation f -> new Outcome.Failed(claim, f);
      case PemsFailure.RateLimited f -> putOff(claim, f, random);
      case PemsFailure.Transient f -> retry(claim, f, Duration.ZERO, random);
      case PemsFailure.Stale f -> retry(claim, f, Duration.ZERO, random);
      case PemsFailure.NotSent f -> new Outcome.Retried(claim, f, f.retryAfter(), Cost.NOTHING);
      case PemsFailure.SessionLost f -> retry(claim, f, Duration.ZERO, random);
      case PemsFailure.AuthExpired f -> retry(claim, f, Duration.ZERO, random);
      case PemsFailure.Ambiguous f -> retry(claim, f, Duration.ZERO, random);
      case PemsFailure.Garbled f -> retry(claim, f, Duration.ZERO, random);
    };
  }

  private Outcome putOff(Claim claim, PemsFailure.RateLimited failure, RandomGenerator random) {
    Duration asked = orZero(failure.retryAfter());
    if (claim.deferrals() >= deferrals) {
      return retry(claim, failure, asked, random);
    }
    Duration wait = stretched(deferral(claim.deferrals()), random);
    return new Outcome.Retried(claim, failure, longer(wait, asked), Cost.DEFERRAL);
  }

  /** As of the attempts, then doubled up to five minutes. */
  private Duration deferral(int before) {
    if (before < delays.size()) {
      return delays.get(before);
    }
    Duration last = delays.isEmpty() ? Duration.ofSeconds(5) : delays.getLast();
    long doubled =
        last.toMillis() << Math.min(MOST_DOUBLINGS, before - Math.max(0, delays.size() - 1));
    return Duration.ofMillis(Math.min(doubled, LONGEST_DEFERRAL.toMillis()));
  }

  private Outcome retry(
      Claim claim, PemsFailure failure, Duration atLeast, RandomGenerator random) {
    if (claim.attempts() >= delays.size()) {
      return new Outcome.Failed(claim, failure);
    }
    Duration wait = stretched(delays.get(claim.attempts()), random);
    return new Outcome.Retried(claim, failure, longer(wait, atLeast), Cost.ATTEMPT);
  }

  private static Duration stretched(Duration delay, RandomGenerator random) {
    return delay.plusMillis((long) (delay.toMillis() * JITTER * random.nextDouble()));
  }

  private static Duration longer(Duration one, Duration another) {
    return one.compareTo(another) < 0 ? another : one;
  }

  private static Duration orZero(@Nullable Duration duration) {
    return duration == null ? Duration.ZERO : duration;
  }
}
