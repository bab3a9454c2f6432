package com.pfavanguard.writeback.worker;

import com.pfavanguard.audit.AuditAction;
import com.pfavanguard.audit.AuditActor;
import com.pfavanguard.audit.AuditEntry;
import com.pfavanguard.audit.AuditSubject;
import com.pfavanguard.audit.AuditTrail;
import com.pfavanguard.kernel.FieldValues;
import com.pfavanguard.kernel.Role;
import com.pfavanguard.pems.LiveRecord;
import com.pfavanguard.pems.PemsFailure;
import com.pfavanguard.records.QueuedEdit;
import com.pfavanguard.writeback.domain.Claim;
import com.pfavanguard.writeback.domain.Outcome;
import com.pfavanguard.writeback.store.FailureJson;
import com.pfavanguard.writeback.store.WriteLogStore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes down every attempt: in the sync log for operators, in the audit with its values. */
@Component
@Role.Worker
class AttemptJournal {
  private final WriteLogStore log;
  private final AuditTrail audit;
  private final AuditActor worker;

  AttemptJournal(WriteLogStore log, AuditTrail audit, WorkerIdentity identity) {
    this.log = log;
    this.audit = audit;
    this.worker = new AuditActor.Worker(identity.id());
  }

  /** An attempt that never ends here (the worker died) still began, and may have reached PEMS. */
  void begun(List<Claim> claims) {
    audit.append(claims.stream().map(claim -> entry(AuditAction.WRITE_ATTEMPTED, claim)).toList());
  }

  void ended(List<Outcome> outcomes) {
    log.append(outcomes);
    audit.append(outcomes.stream().map(this::entry).toList());
  }

  private AuditEntry entry(Outcome outcome) {
    Claim claim = outcome.claim();
    return switch (outcome) {
      case Outcome.Synced s ->
          entry(AuditAction.WRITE_SYNCED, claim)
              .change(concerned(s.before(), claim), concerned(s.after(), claim))
              .detail(
                  facts(
                      claim,
                      Map.of(
                          "version",
                          s.after().recordid(),
                          "versionBefore",
                          s.before().recordid(),
                          "wrote",
                          s.wrote(),
                          "merged",
                          s.merged(),
                          "overtaken",
                          s.overtaken())));
      case Outcome.Conflicted c ->
          entry(AuditAction.CONFLICT_OPENED, claim)
              .change(concerned(c.live(), claim), claim.edit().payload())
              .detail(
                  facts(
                      claim,
                      Map.of(
                          "version",
                          c.live().recordid(),
                          "fields",
                          c.fields().stream().map(field -> field.apiName()).toList())));
      case Outcome.Retried r -> failed(AuditAction.WRITE_RETRIED, claim, r.failure());
      case Outcome.Failed f -> failed(AuditAction.WRITE_FAILED, claim, f.failure());
    };
  }

  private AuditEntry failed(AuditAction action, Claim claim, PemsFailure failure) {
    return entry(action, claim).detail(facts(claim, Map.of("answer", FailureJson.of(failure))));
  }

  private AuditEntry entry(AuditAction action, Claim claim) {
    QueuedEdit edit = claim.edit();
    return AuditEntry.of(
            action, worker, AuditSubject.edit(edit.key(), edit.modificationId(), claim.jobId()))
        .because(edit.reason())
        .change(edit.base(), edit.payload())
        .detail(facts(claim, Map.of()));
  }

  private static FieldValues concerned(LiveRecord record, Claim claim) {
    return record.values().only(claim.edit().payload()::has);
  }

  private static Map<String, @Nullable Object> facts(
      Claim claim, Map<String, ? extends @Nullable Object> more) {
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    facts.put("attempt", claim.attempts() + 1);
    facts.put("author", claim.edit().author());
    facts.putAll(more);
    return facts;
  }
}
