package com.pfavanguard.writeback.worker;

import com.pfavanguard.kernel.FieldValues;
import com.pfavanguard.pems.GridPage;
import com.pfavanguard.pems.GridQuery;
import com.pfavanguard.pems.GridRow;
import com.pfavanguard.pems.LiveRecord;
import com.pfavanguard.pems.PemsGateway;
import com.pfavanguard.pems.PemsResult;
import com.pfavanguard.pems.PemsTarget;
import com.pfavanguard.writeback.domain.Outcome;
import com.pfavanguard.writeback.domain.SentRequest;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Remembers the last request of one attempt, so that a dead letter can show it. One thread. */
final class WitnessedGateway implements PemsGateway {
  private final PemsGateway gateway;
  private @Nullable SentRequest last;

  WitnessedGateway(PemsGateway gateway) {
    this.gateway = gateway;
  }

  /** The outcome, with the request that a failure belongs to. */
  Outcome testify(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Failed failed -> new Outcome.Failed(failed.claim(), failed.failure(), last);
      case Outcome.Synced synced -> synced;
      case Outcome.Conflicted conflicted -> conflicted;
      case Outcome.Retried retried -> retried;
    };
  }

  @Override
  public PemsResult<LiveRecord> read(PemsTarget target, String pfaId) {
    last = new SentRequest("GET", null, FieldValues.EMPTY, Instant.now());
    return gateway.read(target, pfaId);
  }

  @Override
  public PemsResult<LiveRecord> update(PemsTarget target, LiveRecord current, FieldValues changes) {
    last = new SentRequest("UPDATE", current.recordid(), changes, Instant.now());
    return gateway.update(target, current, changes);
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
