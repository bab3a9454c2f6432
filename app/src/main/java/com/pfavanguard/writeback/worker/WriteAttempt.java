package com.pfavanguard.writeback.worker;

import com.pfavanguard.conflict.MergeDecision;
import com.pfavanguard.conflict.ThreeWayMerge;
import com.pfavanguard.kernel.EditLog;
import com.pfavanguard.kernel.PfaField;
import com.pfavanguard.pems.LiveRecord;
import com.pfavanguard.pems.PemsFailure;
import com.pfavanguard.pems.PemsGateway;
import com.pfavanguard.pems.PemsResult;
import com.pfavanguard.pems.PemsTarget;
import com.pfavanguard.records.QueuedEdit;
import com.pfavanguard.writeback.domain.Claim;
import com.pfavanguard.writeback.domain.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to write an edit: read the live record, decide, write with its recordid. A lost race
 * or a lost answer leads back to reading: PEMS itself then says whether the edit is there, so
 * nothing is written twice or over somebody else's change.
 */
final class WriteAttempt {
  private static final int ROUNDS = 6;

  private final PemsGateway gateway;
  private final SchemaGuard schemas;
  private final Setbacks setbacks;

  WriteAttempt(PemsGateway gateway, SchemaGuard schemas, Setbacks setbacks) {
    this.gateway = gateway;
    this.schemas = schemas;
    this.setbacks = setbacks;
  }

  Outcome run(Claim claim, PemsTarget target) {
    QueuedEdit edit = claim.edit();
    @Nullable LiveRecord before = null;
    PemsFailure lastFailure = new PemsFailure.Transient("PEMS kept changing the record.");
    for (int round = 0; round < ROUNDS; round++) {
      switch (gateway.read(target, edit.key().pfaId())) {
        case PemsResult.Failure<LiveRecord>(PemsFailure failure, var _) -> {
          return failed(claim, failure);
        }
        case PemsResult.Success<LiveRecord>(LiveRecord live) -> {
          before = before == null ? live : before;
          Step step = step(claim, target, new Seen(before, live, lastFailure));
          if (step.outcome() != null) {
            return step.outcome();
          }
          lastFailure = step.lookAgainBecause() == null ? lastFailure : step.lookAgainBecause();
        }
      }
    }
    return failed(claim, lastFailure);
  }

  /** Either the outcome, or why the record must be read again. */
  private record Step(@Nullable Outcome outcome, @Nullable PemsFailure lookAgainBecause) {}

  /**
   * What the attempt knows of the record.
   *
   * @param before as it was read first
   * @param live as it was read last
   * @param why it was read again
   */
  private record Seen(LiveRecord before, LiveRecord live, PemsFailure why) {}

  private Step step(Claim claim, PemsTarget target, Seen seen) {
    LiveRecord before = seen.before();
    LiveRecord live = seen.live();
    QueuedEdit edit = claim.edit();
    if (!live.values().fields().containsAll(edit.payload().fields())) {
      return done(failed(claim, schemas.fieldsGone(target, edit, live.values())));
    }
    boolean movedOn = live.recordid() > edit.baseVersion();
    return switch (ThreeWayMerge.decide(edit.base(), edit.payload(), live.values(), movedOn)) {
      case MergeDecision.AlreadyThere() ->
          // A later recordid than the one read first means that our own lost write arrived after
          // all; or it arrived before, from a worker that died over it.
          done(
              new Outcome.Synced(
                  claim,
                  before,
                  live,
                  live.recordid() > before.recordid()
                      || (movedOn && lostWrite(claim, target, live)),
                  false,
                  false));
      case MergeDecision.Overlap(var fields) -> done(new Outcome.Conflicted(claim, live, fields));
      case MergeDecision.Write write when seen.why() instanceof PemsFailure.Ambiguous lost ->
          // PEMS was asked and did not take it: that was an attempt, and the next has its delay.
          done(failed(claim, lost));
      case MergeDecision.Write write -> write(claim, target, live, write);
    };
  }

  /**
   * Whether the live version is this edit's own, written under an earlier lease whose outcome was
   * never recorded: no other edit of ours on the record can have come in between.
   */
  private static boolean lostWrite(Claim claim, PemsTarget target, LiveRecord live) {
    return claim.leaseNumber() > 1
        && live.values().get(PfaField.LAST_CHANGED_BY) instanceof String user
        && user.equalsIgnoreCase(target.connection().credentials().username());
  }

  private Step write(Claim claim, PemsTarget target, LiveRecord live, MergeDecision.Write write) {
    EditLog.tell(
        new EditLog.Event(
            "sent",
            claim.edit().key().organizationId(),
            claim.edit().key().pfaId(),
            claim.edit().modificationId().toString()));
    return switch (gateway.update(target, live, write.changes())) {
      case PemsResult.Success<LiveRecord>(LiveRecord after) ->
          // A write adds one. More means that somebody wrote in between and PEMS did not mind.
          done(
              new Outcome.Synced(
                  claim,
                  live,
                  after,
                  true,
                  write.merged(),
                  after.recordid() > live.recordid() + 1));
      case PemsResult.Failure<LiveRecord>(PemsFailure failure, var _) ->
          switch (failure) {
            case PemsFailure.Stale f -> new Step(null, f);
            case PemsFailure.Ambiguous f -> new Step(null, f);
            case PemsFailure.Transient f -> done(failed(claim, f));
            case PemsFailure.RateLimited f -> done(failed(claim, f));
            case PemsFailure.Rejected f ->
                done(failed(claim, schemas.heldOr(f, target, claim.edit())));
            case PemsFailure.NotFound f -> done(failed(claim, f));
            case PemsFailure.NotSent f -> done(failed(claim, f));
            case PemsFailure.SessionLost f -> done(failed(claim, f));
            case PemsFailure.AuthExpired f -> done(failed(claim, f));
            case PemsFailure.NeedsConfirmation f -> done(failed(claim, f));
            case PemsFailure.Garbled f -> done(failed(claim, f));
          };
    };
  }

  private static Step done(Outcome outcome) {
    return new Step(outcome, null);
  }

  private Outcome failed(Claim claim, PemsFailure failure) {
    return setbacks.after(claim, failure);
  }
}
