package com.pfavanguard.writeback.domain;

import com.pfavanguard.pems.PemsFailure;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The one owner of retries: which failures are tried again, how often and when. A first attempt and
 * one retry per delay, each delay stretched by up to a fifth so that a burst does not return as a
 * burst.
 */
public record RetryRule(List<Duration> delays) {
  private static final double JITTER = 0.2;

  /** The outcome of a claim that met this failure. */
  public Outcome after(Claim claim, PemsFailure failure, RandomGenerator random) {
    return switch (failure) {
      case PemsFailure.Rejected f -> new Outcome.Failed(claim, f);
      case PemsFailure.NotFound f -> new Outcome.Failed(claim, f);
      case PemsFailure.NeedsConfirmation f -> new Outcome.Failed(claim, f);
      case PemsFailure.RateLimited f when f.retryAfter() != null ->
          retry(claim, f, f.retryAfter(), random);
      case PemsFailure.RateLimited f -> retry(claim, f, Duration.ZERO, random);
      case PemsFailure.Transient f -> retry(claim, f, Duration.ZERO, random);
      case PemsFailure.Stale f -> retry(claim, f, Duration.ZERO, random);
      case PemsFailure.NotSent f -> new Outcome.Retried(claim, f, f.retryAfter(), false);
      case PemsFailure.SessionLost f -> retry(claim, f, Duration.ZERO, random);
      case PemsFailure.AuthExpired f -> retry(claim, f, Duration.ZERO, random);
      case PemsFailure.Ambiguous f -> retry(claim, f, Duration.ZERO, random);
      case PemsFailure.Garbled f -> retry(claim, f, Duration.ZERO, random);
    };
  }

  private Outcome retry(
      Claim claim, PemsFailure failure, Duration atLeast, RandomGenerator random) {
    if (claim.attempts() >= delays.size()) {
      return new Outcome.Failed(claim, failure);
    }
    Duration delay = delays.get(claim.attempts());
    long jitter = (long) (delay.toMillis() * JITTER * random.nextDouble());
    Duration wait = delay.plusMillis(jitter);
    return new Outcome.Retried(claim, failure, wait.compareTo(atLeast) < 0 ? atLeast : wait, true);
  }
}
