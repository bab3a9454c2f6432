package com.pfavanguard.writeback.worker;

import com.pfavanguard.kernel.SyncFact;
import com.pfavanguard.writeback.domain.Claim;
import com.pfavanguard.writeback.domain.Outcome;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What browsers hear of claims and outcomes; never an amount. */
final class OutcomeFacts {
  private OutcomeFacts() {}

  static SyncFact started(Claim claim) {
    return fact(
        SyncFact.Type.SYNC_STARTED, claim, Map.of("modificationId", claim.edit().modificationId()));
  }

  static List<SyncFact> of(Outcome outcome) {
    Claim claim = outcome.claim();
    Object id = claim.edit().modificationId();
    return switch (outcome) {
      case Outcome.Synced s -> {
        long version = s.after().recordid();
        yield List.of(
            fact(
                SyncFact.Type.SYNC_SUCCESS,
                claim,
                Map.of("modificationId", id, "version", version, "overtaken", s.overtaken())),
            fact(
                SyncFact.Type.RECORD_CHANGED,
                claim,
                Map.of("version", version, "source", "write")));
      }
      case Outcome.Conflicted c ->
          List.of(
              fact(
                  SyncFact.Type.SYNC_CONFLICT,
                  claim,
                  Map.of(
                      "modificationId",
                      id,
                      "fields",
                      c.fields().stream().map(field -> field.apiName()).toList())));
      case Outcome.Retried r ->
          List.of(
              fact(
                  SyncFact.Type.SYNC_QUEUED,
                  claim,
                  Map.of(
                      "modificationId",
                      id,
                      "attempts",
                      claim.attempts() + (r.cost() == Outcome.Cost.ATTEMPT ? 1 : 0))));
      case Outcome.Failed f ->
          List.of(fact(SyncFact.Type.SYNC_FAILED, claim, Map.of("modificationId", id)));
    };
  }

  private static SyncFact fact(
      SyncFact.Type type, Claim claim, Map<String, ? extends @Nullable Object> data) {
    return new SyncFact(
        type, claim.edit().key().organizationId(), claim.edit().key().pfaId(), claim.jobId(), data);
  }
}
