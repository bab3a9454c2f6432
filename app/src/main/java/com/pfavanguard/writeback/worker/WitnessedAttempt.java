package com.pfavanguard.writeback.worker;

import com.pfavanguard.kernel.Role;
import com.pfavanguard.pems.PemsGateway;
import com.pfavanguard.pems.PemsTarget;
import com.pfavanguard.writeback.domain.Claim;
import com.pfavanguard.writeback.domain.Outcome;
import com.pfavanguard.writeback.domain.RetryRule;
import org.springframework.stereotype.Component;

/** Attempts whose outcomes carry what was said to PEMS and what it answered. */
@Component
@Role.Worker
class WitnessedAttempt {
  private final PemsGateway gateway;
  private final SchemaGuard schemas;
  private final RetryRule retryRule;

  WitnessedAttempt(PemsGateway gateway, SchemaGuard schemas, WorkerProperties properties) {
    this.gateway = gateway;
    this.schemas = schemas;
    this.retryRule = new RetryRule(properties.retryDelays());
  }

  Outcome run(Claim claim, PemsTarget target) {
    WitnessedGateway witness = new WitnessedGateway(gateway);
    return witness.testify(new WriteAttempt(witness, schemas, retryRule).run(claim, target));
  }
}
