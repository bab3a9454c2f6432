package com.pfavanguard.writeback.worker;

import com.pfavanguard.kernel.Role;
import com.pfavanguard.pems.PemsFailure;
import com.pfavanguard.pems.PemsGateway;
import com.pfavanguard.pems.PemsTarget;
import com.pfavanguard.writeback.domain.Claim;
import com.pfavanguard.writeback.domain.Outcome;
import org.springframework.stereotype.Component;

/** Attempts whose outcomes carry what was said to PEMS and what it answered. */
@Component
@Role.Worker
class WitnessedAttempt {
  private final PemsGateway gateway;
  private final SchemaGuard schemas;
  private final Setbacks setbacks;

  WitnessedAttempt(PemsGateway gateway, SchemaGuard schemas, Setbacks setbacks) {
    this.gateway = gateway;
    this.schemas = schemas;
    this.setbacks = setbacks;
  }

  /** The attempt ended by a defect of ours. */
  Outcome broken(Claim claim) {
    return setbacks.after(claim, new PemsFailure.Garbled("The attempt broke inside the worker."));
  }

  Outcome run(Claim claim, PemsTarget target) {
    WitnessedGateway witness = new WitnessedGateway(gateway);
    return witness.testify(new WriteAttempt(witness, schemas, setbacks).run(claim, target));
  }
}
