package com.pfavanguard.writeback.worker;

import com.pfavanguard.kernel.FieldValues;
import com.pfavanguard.pems.GridPage;
import com.pfavanguard.pems.GridQuery;
import com.pfavanguard.pems.GridRow;
import com.pfavanguard.pems.LiveRecord;
import com.pfavanguard.pems.PemsAnswer;
import com.pfavanguard.pems.PemsGateway;
import com.pfavanguard.pems.PemsResult;
import com.pfavanguard.pems.PemsTarget;
import com.pfavanguard.writeback.domain.Outcome;
import com.pfavanguard.writeback.domain.SentRequest;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the last request of one attempt and its answer, so that a dead letter can show them.
 * One thread.
 */
final class WitnessedGateway implements PemsGateway {
  private final PemsGateway gateway;
  private @Nullable SentRequest last;
  private @Nullable PemsAnswer answer;

  WitnessedGateway(PemsGateway gateway) {
    this.gateway = gateway;
  }

  /** The outcome, with the request that a failure belongs to. */
  Outcome testify(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Failed failed ->
          new Outcome.Failed(failed.claim(), failed.failure(), last, answer);
      case Outcome.Synced synced -> synced;
      case Outcome.Conflicted conflicted -> conflicted;
      case Outcome.Retried retried -> retried;
    };
  }

  @Override
  public PemsResult<LiveRecord> read(PemsTarget target, String pfaId) {
    last = new SentRequest("GET", null, FieldValues.EMPTY, Instant.now());
    return answered(gateway.read(target, pfaId));
  }

  @Override
  public PemsResult<LiveRecord> update(PemsTarget target, LiveRecord current, FieldValues changes) {
    last = new SentRequest("UPDATE", current.recordid(), changes, Instant.now());
    return answered(gateway.update(target, current, changes));
  }

  private PemsResult<LiveRecord> answered(PemsResult<LiveRecord> result) {
    answer = result instanceof PemsResult.Failure<LiveRecord>(var _, var said) ? said : null;
    return result;
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
