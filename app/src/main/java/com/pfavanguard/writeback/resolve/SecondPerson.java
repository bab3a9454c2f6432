package com.pfavanguard.writeback.resolve;

import com.pfavanguard.audit.AuditActor;
import com.pfavanguard.conflict.Conflict;
import com.pfavanguard.conflict.Conflicts;
import com.pfavanguard.identity.OrganizationAccess;
import com.pfavanguard.identity.Permission;
import com.pfavanguard.kernel.ApiException;
import com.pfavanguard.kernel.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Somebody other than the proposer says yes or no to a resolution of high value. */
@Service
@Role.Server
class SecondPerson {
  private final Committing committing;
  private final Conflicts conflicts;
  private final ResolutionPlanner planner;
  private final Settling settling;
  private final ResolutionMetrics metrics;

  SecondPerson(
      Committing committing,
      Conflicts conflicts,
      ResolutionPlanner planner,
      Settling settling,
      ResolutionMetrics metrics) {
    this.committing = committing;
    this.conflicts = conflicts;
    this.planner = planner;
    this.settling = settling;
    this.metrics = metrics;
  }

  /**
   * Carries the proposal out.
   *
   * @throws ApiException 403 without Sync, or {@code own_proposal}; 404 unknown; 409 {@code
   *     no_proposal}, {@code already_resolved}, or {@code stale_base} when PEMS has moved on since
   */
  Plan approve(Target target, @Nullable String reason) {
    Plan done =
        committing.within(
            target.organizations(),
            () -> {
              Conflict conflict = target.lock(conflicts);
              Conflict.Proposal proposal = open(target, conflict);
              OrganizationAccess access = target.access(conflict);
              Plan plan = planner.planOne(access, Wish.agreed(conflict, proposal)).agreed();
              settling.decide(conflict, proposal, true, target.caller(), reason);
              settling.carryOut(
                  List.of(plan),
                  new AuditActor.User(proposal.byId(), proposal.by()),
                  proposal.reason());
              return plan;
            });
    metrics.count(done);
    return done;
  }

  /**
   * Refuses the proposal; the edit waits in conflict again.
   *
   * @throws ApiException as {@link #approve}, never {@code stale_base}
   */
  void reject(Target target, String reason) {
    committing.within(
        target.organizations(),
        () -> {
          Conflict conflict = target.lock(conflicts);
          settling.decide(conflict, open(target, conflict), false, target.caller(), reason);
          return conflict;
        });
  }

  private static Conflict.Proposal open(Target target, Conflict conflict) {
    target.access(conflict).require(Permission.Sync);
    if (conflict.ending() != null) {
      throw Refusals.alreadyResolved(conflict.ending());
    }
    Conflict.Proposal proposal = conflict.proposal();
    if (proposal == null) {
      throw ApiException.conflict("no_proposal", "Nobody has proposed a resolution.");
    }
    if (proposal.byId().equals(target.caller().userId())) {
      throw ApiException.refused(
          403, "own_proposal", "Somebody else must decide on a resolution that you proposed.");
    }
    return proposal;
  }
}
