package com.pfavanguard.history;

import com.pfavanguard.audit.AuditAction;
import com.pfavanguard.history.domain.WayBack;
import com.pfavanguard.identity.OrganizationAccess;
import com.pfavanguard.identity.Permission;
import com.pfavanguard.kernel.ApiException;
import com.pfavanguard.kernel.FieldError;
import com.pfavanguard.kernel.FieldValues;
import com.pfavanguard.kernel.Tenancy;
import com.pfavanguard.records.CurrentRecord;
import com.pfavanguard.records.NewEdit;
import com.pfavanguard.writeback.CommitDrafts;
import com.pfavanguard.writeback.CommitEdits;
import com.pfavanguard.writeback.Occasion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Going back is a new edit forward: by the same rules, the same queue and the same conflict check,
 * with its own author and reason. Nothing is ever taken out of the history.
 */
@Service
public class Rollback {
  private final Tenancy tenancy;
  private final WayBackPlanner planner;
  private final CommitEdits edits;

  Rollback(Tenancy tenancy, WayBackPlanner planner, CommitEdits edits) {
    this.tenancy = tenancy;
    this.planner = planner;
    this.edits = edits;
  }

  /**
   * Which record goes back to what.
   *
   * @param shownVersion the version that the caller was shown; null for the one of now
   */
  public record ToVersion(String pfaId, long version, @Nullable Long shownVersion) {}

  /**
   * Which commit is undone.
   *
   * @param alsoLaterEdits whether records go back too whose fields were changed again since
   */
  public record OfCommit(UUID jobId, boolean alsoLaterEdits) {}

  /** What it would do; nothing changes. */
  public WayBack preview(OrganizationAccess access, ToVersion wish) {
    requireMayGoBack(access);
    return tenancy.within(access.organizationId(), () -> plan(access, wish));
  }

  /** What it would do, record by record; nothing changes. */
  public List<WayBack> preview(OrganizationAccess access, OfCommit wish) {
    requireMayGoBack(access);
    return tenancy.within(access.organizationId(), () -> plan(access, wish));
  }

  /**
   * @throws ApiException 409 {@code nothing_to_roll_back}, 422 when the record would break a rule
   */
  public CommitDrafts.Committed rollBack(OrganizationAccess access, ToVersion wish, String reason) {
    return commit(
        access,
        Map.of("toVersion", wish.version()),
        "Back to version " + wish.version() + ": " + reason,
        () -> List.of(plan(access, wish)));
  }

  /**
   * All records or none, in one transaction; those that the preview skips are skipped.
   *
   * @throws ApiException 409 {@code nothing_to_roll_back}, 422 when a record would break a rule
   */
  public CommitDrafts.Committed rollBack(OrganizationAccess access, OfCommit wish, String reason) {
    return commit(
        access,
        Map.of("ofCommit", wish.jobId()),
        "Rollback of a commit: " + reason,
        () -> plan(access, wish));
  }

  private CommitDrafts.Committed commit(
      OrganizationAccess access,
      Map<String, Object> detail,
      String reason,
      Supplier<List<WayBack>> plan) {
    requireMayGoBack(access);
    Occasion occasion = new Occasion(UUID.randomUUID(), AuditAction.ROLLBACK, detail);
    return edits.commit(access, occasion, () -> newEdits(access, plan.get(), reason));
  }

  private List<NewEdit> newEdits(OrganizationAccess access, List<WayBack> ways, String reason) {
    List<FieldError> errors = ways.stream().flatMap(way -> way.errors().stream()).toList();
    if (!errors.isEmpty()) {
      throw ApiException.invalid(errors);
    }
    List<WayBack> going = ways.stream().filter(WayBack::goesBack).toList();
    if (going.isEmpty()) {
      throw ApiException.conflict(
          "nothing_to_roll_back", "Nothing differs that could go back; see the preview.");
    }
    Map<String, CurrentRecord> bases = planner.bases(access, going);
    List<NewEdit> changes = new ArrayList<>();
    for (WayBack way : going) {
      CurrentRecord base = bases.get(way.pfaId());
      if (base != null) {
        FieldValues known = base.values().only(way.edit()::has);
        changes.add(new NewEdit(way.pfaId(), base.version(), known, way.edit(), reason));
      }
    }
    return changes;
  }

  private WayBack plan(OrganizationAccess access, ToVersion wish) {
    return planner.toVersion(access, wish.pfaId(), wish.version(), wish.shownVersion());
  }

  private List<WayBack> plan(OrganizationAccess access, OfCommit wish) {
    return planner.beforeCommit(access, wish.jobId(), wish.alsoLaterEdits());
  }

  /** Single fields may need more: the rules of every edit ask for it. */
  private static void requireMayGoBack(OrganizationAccess access) {
    access.require(Permission.Sync).require(Permission.EditForecast);
  }
}
