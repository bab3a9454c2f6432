package com.pfavanguard.writeback.worker;

import com.pfavanguard.kernel.Role;
import com.pfavanguard.pems.PemsFailure;
import com.pfavanguard.pems.WriteCircuit;
import com.pfavanguard.writeback.domain.Claim;
import com.pfavanguard.writeback.domain.Outcome;
import com.pfavanguard.writeback.domain.RetryRule;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.stereotype.Component;

/**
 * What becomes of an edit that met a failure: the retry rule decides, except while PEMS takes
 * nobody's writes. Then no edit is at fault, and none is charged an attempt.
 */
@Component
@Role.Worker
class Setbacks {
  private final RetryRule rule;
  private final WriteCircuit writes;

  Setbacks(WorkerProperties properties, WriteCircuit writes) {
    this.rule = new RetryRule(properties.retryDelays(), properties.rateLimitPatience());
    this.writes = writes;
  }

  Outcome after(Claim claim, PemsFailure failure) {
    return outage(claim, failure)
        .<Outcome>map(pause -> new Outcome.Retried(claim, failure, pause, Outcome.Cost.NOTHING))
        .orElseGet(() -> rule.after(claim, failure, ThreadLocalRandom.current()));
  }

  private Optional<Duration> outage(Claim claim, PemsFailure failure) {
    boolean unanswered =
        failure instanceof PemsFailure.Transient || failure instanceof PemsFailure.Ambiguous;
    return unanswered ? writes.pause(claim.connection()) : Optional.empty();
  }
}
