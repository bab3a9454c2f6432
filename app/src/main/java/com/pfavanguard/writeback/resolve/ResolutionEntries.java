package com.pfavanguard.writeback.resolve;

import com.pfavanguard.audit.AuditAction;
import com.pfavanguard.audit.AuditActor;
import com.pfavanguard.audit.AuditEntry;
import com.pfavanguard.audit.AuditSubject;
import com.pfavanguard.conflict.Conflict;
import com.pfavanguard.kernel.FieldValues;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the audit keeps of decisions on conflicts: who, why, and the values at stake. */
final class ResolutionEntries {
  private ResolutionEntries() {}

  /** A plan that is being carried out. */
  static AuditEntry of(Plan plan, AuditActor actor, @Nullable UUID job, @Nullable String reason) {
    boolean proposed = plan.outcome() == Plan.Outcome.awaiting_approval;
    FieldValues after = plan.payload();
    return entry(
            proposed ? AuditAction.CONFLICT_PROPOSED : AuditAction.CONFLICT_RESOLVED,
            plan.conflict(),
            actor,
            job)
        .because(reason)
        .change(plan.now().values().only(after::has), after)
        .detail(
            facts(
                plan.conflict(),
                Map.of(
                    "resolution", plan.resolution().name(),
                    "outcome", plan.outcome().name(),
                    "version", plan.now().version())));
  }

  /** What the second person said. */
  static AuditEntry decided(
      Conflict conflict, boolean approved, AuditActor actor, @Nullable String reason) {
    AuditAction action = approved ? AuditAction.CONFLICT_APPROVED : AuditAction.CONFLICT_DECLINED;
    return entry(action, conflict, actor, null).because(reason).detail(facts(conflict, Map.of()));
  }

  private static AuditEntry entry(
      AuditAction action, Conflict conflict, AuditActor actor, @Nullable UUID job) {
    return AuditEntry.of(
        action, actor, AuditSubject.edit(conflict.key(), conflict.ours().modificationId(), job));
  }

  private static Map<String, @Nullable Object> facts(
      Conflict conflict, Map<String, ? extends @Nullable Object> more) {
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    facts.put("conflictId", conflict.id());
    facts.put("author", conflict.ours().author());
    facts.putAll(more);
    return facts;
  }
}
