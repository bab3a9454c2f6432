package com.pfavanguard.pems.client;

import com.pfavanguard.kernel.FieldValues;
import com.pfavanguard.pems.GridPage;
import com.pfavanguard.pems.GridQuery;
import com.pfavanguard.pems.GridRow;
import com.pfavanguard.pems.LiveRecord;
import com.pfavanguard.pems.PemsFailure;
import com.pfavanguard.pems.PemsGateway;
import com.pfavanguard.pems.PemsResult;
import com.pfavanguard.pems.PemsTarget;
import com.pfavanguard.pems.budget.SharedWriteCircuit;
import java.util.Optional;
import java.util.function.Consumer;

/** Sends no write while PEMS takes none; reads go on. */
record GuardedGateway(PemsGateway gateway, SharedWriteCircuit writes) implements PemsGateway {

  @Override
  public PemsResult<LiveRecord> update(PemsTarget target, LiveRecord current, FieldValues changes) {
    Optional<PemsFailure.NotSent> refusal = writes.refusal(target.connection().id());
    if (refusal.isPresent()) {
      return PemsResult.failure(refusal.get());
    }
    PemsResult<LiveRecord> result = gateway.update(target, current, changes);
    writes.learn(target, current.pfaId(), result);
    return result;
  }

  @Override
  public PemsResult<LiveRecord> read(PemsTarget target, String pfaId) {
    return gateway.read(target, pfaId);
  }

  @Override
  public PemsResult<Long> count(PemsTarget target, GridQuery query) {
    return gateway.count(target, query);
  }

  @Override
  public PemsResult<GridPage> readPage(
      PemsTarget target, GridQuery query, long cursor, Consumer<GridRow> rows) {
    return gateway.readPage(target, query, cursor, rows);
  }
}
