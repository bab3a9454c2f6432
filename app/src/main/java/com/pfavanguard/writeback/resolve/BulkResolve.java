package com.pfavanguard.writeback.resolve;

import com.pfavanguard.audit.AuditActor;
import com.pfavanguard.conflict.Conflict;
import com.pfavanguard.conflict.Conflicts;
import com.pfavanguard.identity.OrganizationAccess;
import com.pfavanguard.identity.Permission;
import com.pfavanguard.kernel.ApiException;
import com.pfavanguard.kernel.Role;
import com.pfavanguard.kernel.Tenancy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Resolves every conflict that rules cover, or shows what they would do. */
@Service
@Role.Server
class BulkResolve {
  /** Conflicts per call: what fits in one short transaction. */
  static final int LIMIT = 1_000;

  private final Tenancy tenancy;
  private final Conflicts conflicts;
  private final ResolutionPlanner planner;
  private final Settling settling;
  private final Committing committing;
  private final ResolutionMetrics metrics;

  BulkResolve(
      Tenancy tenancy,
      Conflicts conflicts,
      ResolutionPlanner planner,
      Settling settling,
      Committing committing,
      ResolutionMetrics metrics) {
    this.tenancy = tenancy;
    this.conflicts = conflicts;
    this.planner = planner;
    this.settling = settling;
    this.committing = committing;
    this.metrics = metrics;
  }

  /**
   * What the rules would do; nothing changes.
   *
   * @throws ApiException 403 without Sync or the permission to edit a field at stake
   */
  List<Verdict> preview(OrganizationAccess access, BulkRules rules) {
    access.require(Permission.Sync);
    return tenancy.within(access.organizationId(), () -> verdicts(access, rules));
  }

  /**
   * Carries out what can be; conflicts that are refused stay as they are.
   *
   * @throws ApiException as {@link #preview}
   */
  List<Verdict> resolve(OrganizationAccess access, BulkRules rules, @Nullable String reason) {
    access.require(Permission.Sync);
    var actor = new AuditActor.User(access.caller().userId(), access.caller().username());
    List<Verdict> verdicts =
        committing.within(
            List.of(access.organizationId()),
            () -> {
              List<Verdict> found = verdicts(access, rules);
              settling.carryOut(plans(found), actor, reason);
              return found;
            });
    plans(verdicts).forEach(metrics::count);
    return verdicts;
  }

  private List<Verdict> verdicts(OrganizationAccess access, BulkRules rules) {
    List<Conflict> covered = conflicts.lockCovered(access.organizationId(), rules.fields(), LIMIT);
    List<Verdict> verdicts = planner.plan(access, covered.stream().map(rules::wish).toList());
    return onePerAuthorAndRecord(verdicts);
  }

  /**
   * Two edits of one author on one record would wait at once: the later conflict waits its turn.
   */
  private static List<Verdict> onePerAuthorAndRecord(List<Verdict> verdicts) {
    Set<WaitingStore.Key> taken = new HashSet<>();
    List<Verdict> kept = new ArrayList<>();
    for (Verdict verdict : verdicts) {
      boolean waits = verdict instanceof Verdict.Ready(Plan plan) && !plan.payload().isEmpty();
      boolean second = waits && !taken.add(WaitingStore.key(verdict.conflict()));
      kept.add(
          second
              ? new Verdict.Refused(verdict.conflict(), Refusals.earlierConflictFirst())
              : verdict);
    }
    return kept;
  }

  private static List<Plan> plans(List<Verdict> verdicts) {
    List<Plan> plans = new ArrayList<>();
    for (Verdict verdict : verdicts) {
      if (verdict instanceof Verdict.Ready(Plan plan)) {
        plans.add(plan);
      }
    }
    return plans;
  }
}
