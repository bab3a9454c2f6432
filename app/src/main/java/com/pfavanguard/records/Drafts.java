package com.pfavanguard.records;

import com.pfavanguard.audit.AuditAction;
import com.pfavanguard.audit.AuditActor;
import com.pfavanguard.audit.AuditEntry;
import com.pfavanguard.audit.AuditSubject;
import com.pfavanguard.audit.AuditTrail;
import com.pfavanguard.identity.OrganizationAccess;
import com.pfavanguard.identity.Permission;
import com.pfavanguard.kernel.ApiException;
import com.pfavanguard.kernel.FieldValues;
import com.pfavanguard.kernel.PfaField;
import com.pfavanguard.kernel.PfaKey;
import com.pfavanguard.kernel.Tenancy;
import com.pfavanguard.records.domain.Draft;
import com.pfavanguard.records.domain.DraftChange;
import com.pfavanguard.records.domain.DraftJudge;
import com.pfavanguard.records.domain.RecordView;
import com.pfavanguard.records.store.DraftStore;
import com.pfavanguard.records.store.RecordStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** Saving and discarding drafts. A batch is saved whole or not at all. */
@Service
public class Drafts {
  private final Tenancy tenancy;
  private final RecordStore records;
  private final DraftStore drafts;
  private final AuditTrail audit;
  private final FieldLimits limits;

  Drafts(
      Tenancy tenancy,
      RecordStore records,
      DraftStore drafts,
      AuditTrail audit,
      ObjectProvider<FieldLimits> limits) {
    this.tenancy = tenancy;
    this.records = records;
    this.drafts = drafts;
    this.audit = audit;
    this.limits = limits.getIfAvailable(() -> organization -> Map.of());
  }

  /**
   * Saves edits as drafts of the caller, over drafts they already have.
   *
   * @throws ApiException 403 without SaveDraft; 422 naming every refused value
   */
  public List<Draft> save(OrganizationAccess access, List<DraftChange> changes) {
    access.require(Permission.SaveDraft);
    if (changes.isEmpty()) {
      return List.of();
    }
    return tenancy.within(access.organizationId(), () -> judgeAndSave(access, changes));
  }

  /**
   * Discards drafts of the caller and answers how many.
   *
   * @param modificationIds which; null for all of the organization
   * @throws ApiException 404 when an id is no draft of the caller's; nothing is discarded then
   */
  public int discard(OrganizationAccess access, @Nullable List<UUID> modificationIds) {
    access.require(Permission.SaveDraft);
    return tenancy.within(
        access.organizationId(),
        () -> {
          List<Draft> found = drafts.lock(access, modificationIds);
          requireAllFound(found, modificationIds);
          drafts.discard(access, found.stream().map(Draft::modificationId).toList());
          audit.append(found.stream().map(draft -> discarded(access, draft)).toList());
          return found.size();
        });
  }

  /** What was given up; nothing came of it, so there is no value after. */
  private static AuditEntry discarded(OrganizationAccess access, Draft draft) {
    PfaKey key = new PfaKey(access.organizationId(), draft.pfaId());
    return AuditEntry.of(
            AuditAction.DRAFT_DISCARDED,
            AuditActor.of(access.caller()),
            AuditSubject.edit(key, draft.modificationId(), null))
        .change(draft.delta(), FieldValues.EMPTY);
  }

  /**
   * @throws ApiException 404 naming the first id that is no draft of the caller's
   */
  static void requireAllFound(List<Draft> found, @Nullable List<UUID> wanted) {
    if (wanted == null) {
      return;
    }
    Set<UUID> ids = found.stream().map(Draft::modificationId).collect(Collectors.toSet());
    wanted.stream()
        .filter(id -> !ids.contains(id))
        .findFirst()
        .ifPresent(
            id -> {
              throw ApiException.notFound("Draft " + id);
            });
  }

  private List<Draft> judgeAndSave(OrganizationAccess access, List<DraftChange> changes) {
    Map<String, RecordView> shown = shownById(access, changes);
    Map<String, FieldValues> bases =
        drafts.findVersions(access.organizationId(), baseVersions(changes, shown));
    DraftJudge judge = new DraftJudge(access);
    Map<PfaField, FieldLimits.Limit> fitting = limits.of(access.organizationId());
    Set<String> seen = new HashSet<>();
    List<DraftStore.Row> rows = new ArrayList<>();
    for (int index = 0; index < changes.size(); index++) {
      DraftChange change = changes.get(index);
      if (!seen.add(change.pfaId())) {
        judge.add(index, change.pfaId(), null, "duplicate_record", "The record appears twice.");
      }
      judge.judgeFit(index, change.pfaId(), fitting, change.edit());
      row(index, change, shown.get(change.pfaId()), bases.get(change.pfaId()), judge)
          .ifPresent(rows::add);
    }
    judge.throwIfAny();
    return drafts.save(access, rows);
  }

  private static Optional<DraftStore.Row> row(
      int index,
      DraftChange change,
      @Nullable RecordView record,
      @Nullable FieldValues base,
      DraftJudge judge) {
    String pfaId = change.pfaId();
    if (record == null) {
      judge.add(index, pfaId, null, "unknown_record", "There is no record " + pfaId + " here.");
      return Optional.empty();
    }
    long version = baseVersion(change, record);
    if (base == null) {
      judge.add(
          index,
          pfaId,
          null,
          "unknown_base",
          "Version " + version + " of the record is not known here; reload it.");
      return Optional.empty();
    }
    FieldValues edit = change.edit();
    judge.judge(index, pfaId, base, record.values(), edit);
    judge.judgePlacement(index, pfaId, record.values(), edit);
    if (record.removed()) {
      judge.add(index, pfaId, null, "unknown_record", "The record is no longer in PEMS.");
    }
    return Optional.of(
        new DraftStore.Row(pfaId, version, base.only(edit::has), edit, change.reason()));
  }

  private static long baseVersion(DraftChange change, RecordView record) {
    return change.baseVersion() == null ? record.version() : change.baseVersion();
  }

  private static Map<String, Long> baseVersions(
      List<DraftChange> changes, Map<String, RecordView> shown) {
    Map<String, Long> versions = new HashMap<>();
    for (DraftChange change : changes) {
      RecordView record = shown.get(change.pfaId());
      if (record != null) {
        versions.put(change.pfaId(), baseVersion(change, record));
      }
    }
    return versions;
  }

  private Map<String, RecordView> shownById(OrganizationAccess access, List<DraftChange> changes) {
    Set<String> ids = changes.stream().map(DraftChange::pfaId).collect(Collectors.toSet());
    return records.findByIds(access, ids).stream()
        .collect(Collectors.toMap(view -> view.key().pfaId(), view -> view));
  }
}
