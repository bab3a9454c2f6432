package com.pfavanguard.writeback.resolve;

import com.pfavanguard.audit.AuditActor;
import com.pfavanguard.audit.AuditTrail;
import com.pfavanguard.conflict.Conflict;
import com.pfavanguard.conflict.Conflicts;
import com.pfavanguard.conflict.Resolved;
import com.pfavanguard.identity.Caller;
import com.pfavanguard.kernel.Role;
import com.pfavanguard.kernel.SyncFact;
import com.pfavanguard.records.Modifications;
import com.pfavanguard.records.SyncStatus;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Makes plans true: conflict, modification, queue and live events in the caller's transaction, in a
 * handful of statements however many there are.
 */
@Component
@Role.Server
class Settling {
  /** What stands as the reason when the person gave none. */
  private static final String KEPT_PEMS = "Conflict resolved with the values of PEMS.";

  private final Conflicts conflicts;
  private final Modifications modifications;
  private final WaitingStore queue;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;

  Settling(
      Conflicts conflicts,
      Modifications modifications,
      WaitingStore queue,
      AuditTrail audit,
      ApplicationEventPublisher events) {
    this.conflicts = conflicts;
    this.modifications = modifications;
    this.queue = queue;
    this.audit = audit;
    this.events = events;
  }

  /**
   * @param decider who decided; the proposer, when a second person has agreed
   */
  void carryOut(List<Plan> plans, AuditActor.User decider, @Nullable String reason) {
    UUID by = decider.id();
    List<Plan> proposed = with(plans, Plan.Outcome.awaiting_approval);
    List<Plan> queued = with(plans, Plan.Outcome.queued);
    List<Plan> folded = with(plans, Plan.Outcome.folded);
    List<Plan> discarded = with(plans, Plan.Outcome.discarded);
    conflicts.propose(resolved(proposed), by, reason);
    modifications.move(modificationIds(proposed), SyncStatus.awaiting_approval);
    List<Plan> ended =
        plans.stream().filter(plan -> plan.outcome() != Plan.Outcome.awaiting_approval).toList();
    conflicts.close(resolved(ended), by, reason);
    modifications.rebase(queued.stream().map(Plan::rebased).toList());
    modifications.rebase(folded.stream().map(Plan::rebased).toList());
    modifications.fold(carriers(folded));
    UUID job = UUID.randomUUID();
    queue.requeue(job, modificationIds(queued));
    modifications.discard(modificationIds(discarded), by, reason == null ? KEPT_PEMS : reason);
    queue.discard(modificationIds(discarded));
    audit.append(
        plans.stream().map(plan -> ResolutionEntries.of(plan, decider, job, reason)).toList());
    events.publishEvent(new SyncFact.Batch(plans.stream().map(plan -> fact(plan, job)).toList()));
  }

  /** What the second person said; after a no the edit waits in conflict again. */
  void decide(
      Conflict conflict,
      Conflict.Proposal proposal,
      boolean approved,
      Caller second,
      @Nullable String reason) {
    conflicts.decide(proposal, approved, second.userId(), reason);
    audit.append(
        List.of(ResolutionEntries.decided(conflict, approved, AuditActor.of(second), reason)));
    if (!approved) {
      modifications.move(List.of(conflict.ours().modificationId()), SyncStatus.conflict);
      events.publishEvent(new SyncFact.Batch(List.of(rejected(conflict))));
    }
  }

  private static SyncFact rejected(Conflict conflict) {
    return new SyncFact(
        SyncFact.Type.SYNC_CONFLICT,
        conflict.key().organizationId(),
        conflict.key().pfaId(),
        null,
        Map.of(
            "modificationId", conflict.ours().modificationId(),
            "conflictId", conflict.id(),
            "outcome", "rejected"));
  }

  private static List<Plan> with(List<Plan> plans, Plan.Outcome outcome) {
    return plans.stream().filter(plan -> plan.outcome() == outcome).toList();
  }

  private static List<Resolved> resolved(List<Plan> plans) {
    return plans.stream().map(Plan::resolved).toList();
  }

  private static List<UUID> modificationIds(List<Plan> plans) {
    return plans.stream().map(plan -> plan.conflict().ours().modificationId()).toList();
  }

  private static Map<UUID, UUID> carriers(List<Plan> folded) {
    Map<UUID, UUID> carriers = new HashMap<>();
    for (Plan plan : folded) {
      if (plan.foldsInto() != null) {
        carriers.put(plan.conflict().ours().modificationId(), plan.foldsInto());
      }
    }
    return carriers;
  }

  private static SyncFact fact(Plan plan, UUID job) {
    SyncFact.Type type =
        switch (plan.outcome()) {
          case queued, folded -> SyncFact.Type.SYNC_QUEUED;
          case discarded -> SyncFact.Type.RECORD_CHANGED;
          case awaiting_approval -> SyncFact.Type.SYNC_CONFLICT;
        };
    return new SyncFact(
        type,
        plan.conflict().key().organizationId(),
        plan.conflict().key().pfaId(),
        plan.outcome() == Plan.Outcome.queued ? job : null,
        Map.of(
            "modificationId", plan.conflict().ours().modificationId(),
            "conflictId", plan.conflict().id(),
            "resolution", plan.resolution().name(),
            "outcome", plan.outcome().name()));
  }
}
