package com.pfavanguard.writeback.resolve;

import com.pfavanguard.conflict.Conflict;
import com.pfavanguard.conflict.Resolution;
import com.pfavanguard.conflict.Settlement;
import com.pfavanguard.identity.OrganizationAccess;
import com.pfavanguard.identity.Permission;
import com.pfavanguard.kernel.ApiException;
import com.pfavanguard.kernel.FieldError;
import com.pfavanguard.kernel.FieldValues;
import com.pfavanguard.kernel.PfaField;
import com.pfavanguard.kernel.Role;
import com.pfavanguard.records.CurrentRecord;
import com.pfavanguard.records.EditCheck;
import com.pfavanguard.records.PemsRecords;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Works out what resolving conflicts would do, many at once in a handful of statements. Preview and
 * resolve both ask here, so that the preview is the outcome. Joins the caller's transaction.
 */
@Component
@Role.Server
class ResolutionPlanner {
  private final PemsRecords records;
  private final EditCheck check;
  private final WaitingStore waiting;
  private final ResolveProperties properties;

  ResolutionPlanner(
      PemsRecords records, EditCheck check, WaitingStore waiting, ResolveProperties properties) {
    this.records = records;
    this.check = check;
    this.waiting = waiting;
    this.properties = properties;
  }

  /** What is known about the records of the wishes. */
  private record Known(
      Map<String, CurrentRecord> now,
      Map<String, FieldValues> shown,
      Map<WaitingStore.Key, WaitingEdit> waiting) {}

  /**
   * A verdict per wish, in their order.
   *
   * @throws ApiException 403 without Sync, or without the permission to edit a field of a conflict
   */
  List<Verdict> plan(OrganizationAccess access, List<Wish> wishes) {
    wishes.forEach(wish -> requireMayResolve(access, wish.conflict()));
    Known known = look(access.organizationId(), wishes);
    List<Verdict> verdicts = wishes.stream().map(wish -> outline(access, wish, known)).toList();
    return costed(judged(access, verdicts));
  }

  /**
   * The same for one wish.
   *
   * @throws ApiException also when it cannot be carried out
   */
  Plan planOne(OrganizationAccess access, Wish wish) {
    return switch (plan(access, List.of(wish)).getFirst()) {
      case Verdict.Ready(Plan plan) -> plan;
      case Verdict.Refused(Conflict _, ApiException why) -> throw why;
    };
  }

  /**
   * @throws ApiException 403 without Sync, or without the permission to edit a field at stake
   */
  void requireMayResolve(OrganizationAccess access, Conflict conflict) {
    access.require(Permission.Sync);
    check.requireMayEdit(access, conflict.ours().values());
  }

  private Known look(String organization, List<Wish> wishes) {
    List<String> ids = wishes.stream().map(wish -> wish.conflict().key().pfaId()).toList();
    Map<String, Long> versions = new HashMap<>();
    for (Wish wish : wishes) {
      if (wish.shownVersion() != wish.conflict().pems().version()) {
        versions.put(wish.conflict().key().pfaId(), wish.shownVersion());
      }
    }
    return new Known(
        records.current(organization, ids),
        records.at(organization, versions),
        waiting.lock(organization, wishes.stream().map(Wish::conflict).toList()));
  }

  private static Verdict outline(OrganizationAccess access, Wish wish, Known known) {
    Conflict conflict = wish.conflict();
    CurrentRecord now = known.now().get(conflict.key().pfaId());
    if (now == null) {
      return new Verdict.Refused(conflict, Refusals.recordRemoved());
    }
    return switch (wish.settle().apply(now.values())) {
      case Settlement.Undecided(Set<PfaField> fields) ->
          new Verdict.Refused(conflict, Refusals.undecided(conflict, fields));
      case Settlement.GiveUp() when wish.resolution() == Resolution.merge ->
          new Verdict.Refused(conflict, Refusals.mergeIsPems(conflict));
      case Settlement.GiveUp() -> outline(access, wish, now, FieldValues.EMPTY, known);
      case Settlement.Write(FieldValues payload) -> outline(access, wish, now, payload, known);
    };
  }

  private static Verdict outline(
      OrganizationAccess access, Wish wish, CurrentRecord now, FieldValues payload, Known known) {
    Conflict conflict = wish.conflict();
    ApiException stale = stale(access, wish, now, payload, known);
    if (stale != null) {
      return new Verdict.Refused(conflict, stale);
    }
    if (!payload.isEmpty() && now.removed()) {
      return new Verdict.Refused(conflict, Refusals.recordRemoved());
    }
    WaitingEdit newer = payload.isEmpty() ? null : known.waiting().get(WaitingStore.key(conflict));
    if (newer != null) {
      List<PfaField> both = payload.fields().stream().filter(newer.payload()::has).toList();
      if (!both.isEmpty()) {
        return new Verdict.Refused(conflict, Refusals.newerEditWaiting(both));
      }
    }
    return new Verdict.Ready(
        new Plan(
            conflict,
            wish.resolution(),
            now,
            payload,
            wish.given(),
            newer == null ? null : newer.modificationId(),
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            false));
  }

  /** A rule that gives the edit up does not depend on what PEMS holds. */
  private static @Nullable ApiException stale(
      OrganizationAccess access, Wish wish, CurrentRecord now, FieldValues payload, Known known) {
    if (wish.byRule() && payload.isEmpty()) {
      return null;
    }
    Conflict conflict = wish.conflict();
    FieldValues shown = conflict.pems().values();
    if (wish.shownVersion() != conflict.pems().version()) {
      FieldValues kept = known.shown().get(conflict.key().pfaId());
      if (kept == null) {
        return Refusals.unknownVersion(wish.shownVersion(), now);
      }
      shown = kept;
    }
    Set<PfaField> moved = EnumSet.noneOf(PfaField.class);
    moved.addAll(conflict.ours().values().fields());
    moved.addAll(payload.fields());
    FieldValues seen = shown;
    moved.removeIf(field -> now.values().agreesOn(field, seen));
    return moved.isEmpty() ? null : Refusals.stale(access, now, shown, moved);
  }

  private List<Verdict> judged(OrganizationAccess access, List<Verdict> verdicts) {
    List<Plan> plans = writing(verdicts);
    List<List<FieldError>> errors =
        check.judge(
            access,
            plans.stream()
                .map(
                    plan ->
                        new EditCheck.Candidate(
                            plan.conflict().key().pfaId(),
                            plan.now().values(),
                            plan.payload(),
                            plan.given()))
                .toList());
    Map<UUID, List<FieldError>> wrong = new HashMap<>();
    for (int i = 0; i < plans.size(); i++) {
      wrong.put(plans.get(i).conflict().id(), errors.get(i));
    }
    return verdicts.stream().map(verdict -> judged(verdict, wrong)).toList();
  }

  private static Verdict judged(Verdict verdict, Map<UUID, List<FieldError>> wrong) {
    return switch (verdict) {
      case Verdict.Refused refused -> refused;
      case Verdict.Ready(Plan plan)
          when wrong.getOrDefault(plan.conflict().id(), List.of()).isEmpty() ->
          verdict;
      case Verdict.Ready(Plan plan) ->
          new Verdict.Refused(
              plan.conflict(),
              ApiException.invalid(wrong.getOrDefault(plan.conflict().id(), List.of())));
    };
  }

  private List<Verdict> costed(List<Verdict> verdicts) {
    List<Plan> plans = writing(verdicts);
    List<FieldValues> values = new ArrayList<>();
    plans.forEach(plan -> values.addAll(List.of(plan.now().values(), plan.result())));
    List<BigDecimal> costs = records.costs(values);
    Map<UUID, Plan> priced = new HashMap<>();
    for (int i = 0; i < plans.size(); i++) {
      BigDecimal before = costs.get(2 * i);
      BigDecimal after = costs.get(2 * i + 1);
      boolean second = properties.needsSecondPerson(after.subtract(before));
      priced.put(plans.get(i).conflict().id(), plans.get(i).costing(before, after, second));
    }
    return verdicts.stream()
        .map(
            verdict ->
                verdict instanceof Verdict.Ready(Plan plan)
                    ? new Verdict.Ready(priced.getOrDefault(plan.conflict().id(), plan))
                    : verdict)
        .toList();
  }

  private static List<Plan> writing(List<Verdict> verdicts) {
    List<Plan> plans = new ArrayList<>();
    for (Verdict verdict : verdicts) {
      if (verdict instanceof Verdict.Ready(Plan plan) && !plan.payload().isEmpty()) {
        plans.add(plan);
      }
    }
    return plans;
  }
}
