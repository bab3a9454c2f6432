package com.pfavanguard.writeback.resolve;

import com.pfavanguard.audit.AuditActor;
import com.pfavanguard.conflict.Conflict;
import com.pfavanguard.conflict.Conflicts;
import com.pfavanguard.identity.OrganizationAccess;
import com.pfavanguard.kernel.ApiException;
import com.pfavanguard.kernel.Role;
import com.pfavanguard.kernel.Tenancy;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** One conflict resolved by one person, or shown what that would do. */
@Service
@Role.Server
class ResolveConflicts {
  private final Tenancy tenancy;
  private final Committing committing;
  private final Conflicts conflicts;
  private final ResolutionPlanner planner;
  private final Settling settling;
  private final ResolutionMetrics metrics;

  ResolveConflicts(
      Tenancy tenancy,
      Committing committing,
      Conflicts conflicts,
      ResolutionPlanner planner,
      Settling settling,
      ResolutionMetrics metrics) {
    this.tenancy = tenancy;
    this.committing = committing;
    this.conflicts = conflicts;
    this.planner = planner;
    this.settling = settling;
    this.metrics = metrics;
  }

  /**
   * What resolving would do; nothing changes.
   *
   * @throws ApiException as {@link #resolve}
   */
  Plan preview(Target target, Function<Conflict, Wish> wish) {
    return tenancy.within(target.organizations(), () -> plan(target, target.find(conflicts), wish));
  }

  /**
   * Resolves, or proposes when a second person is needed.
   *
   * @throws ApiException 404 unknown; 403 without permission; 409 {@code already_resolved}, {@code
   *     awaiting_approval}, {@code stale_base}, {@code record_removed}, {@code newer_edit_waiting};
   *     422 when values break a rule
   */
  Plan resolve(Target target, Function<Conflict, Wish> wish, @Nullable String reason) {
    AuditActor.User actor =
        new AuditActor.User(target.caller().userId(), target.caller().username());
    Plan done =
        committing.within(
            target.organizations(),
            () -> {
              Plan plan = plan(target, target.lock(conflicts), wish);
              settling.carryOut(List.of(plan), actor, reason);
              return plan;
            });
    metrics.count(done);
    return done;
  }

  private Plan plan(Target target, Conflict conflict, Function<Conflict, Wish> wish) {
    OrganizationAccess access = target.access(conflict);
    planner.requireMayResolve(access, conflict);
    if (conflict.ending() != null) {
      throw Refusals.alreadyResolved(conflict.ending());
    }
    if (conflict.proposal() != null) {
      throw Refusals.awaitingApproval(conflict.proposal());
    }
    return planner.planOne(access, wish.apply(conflict));
  }
}
