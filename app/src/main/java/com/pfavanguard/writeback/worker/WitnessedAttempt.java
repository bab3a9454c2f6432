package com.pfavanguard.writeback.worker;

import com.pfavanguard.kernel.Role;
import com.pfavanguard.kernel.trace.Step;
import com.pfavanguard.kernel.trace.Traces;
import com.pfavanguard.pems.PemsFailure;
import com.pfavanguard.pems.PemsGateway;
import com.pfavanguard.pems.PemsTarget;
import com.pfavanguard.writeback.domain.Claim;
import com.pfavanguard.writeback.domain.Outcome;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Attempts whose outcomes carry what was said to PEMS and what it answered. */
@Component
@Role.Worker
class WitnessedAttempt {
  private final PemsGateway gateway;
  private final SchemaGuard schemas;
  private final Setbacks setbacks;
  private final Traces traces;

  WitnessedAttempt(PemsGateway gateway, SchemaGuard schemas, Setbacks setbacks, Traces traces) {
    this.gateway = gateway;
    this.schemas = schemas;
    this.setbacks = setbacks;
    this.traces = traces;
  }

  /** The attempt ended by a defect of ours. */
  Outcome broken(Claim claim) {
    return setbacks.after(claim, new PemsFailure.Garbled("The attempt broke inside the worker."));
  }

  Outcome run(Claim claim, PemsTarget target) {
    WitnessedGateway witness = new WitnessedGateway(gateway);
    try (Step step = traces.resumed("write edit", claim.trace())) {
      step.with("vanguard.organization", claim.edit().key().organizationId())
          .with("vanguard.pfa_id", claim.edit().key().pfaId())
          .with("vanguard.modification_id", claim.edit().modificationId().toString())
          .with("vanguard.attempt", Integer.toString(claim.attempts() + 1));
      Outcome outcome = new WriteAttempt(witness, schemas, setbacks).run(claim, target);
      step.with("vanguard.outcome", outcome.getClass().getSimpleName().toLowerCase(Locale.ROOT));
      return witness.testify(outcome);
    }
  }
}
