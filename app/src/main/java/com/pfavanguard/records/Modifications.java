package com.pfavanguard.records;

import com.pfavanguard.identity.OrganizationAccess;
import com.pfavanguard.kernel.ApiException;
import com.pfavanguard.kernel.FieldValues;
import com.pfavanguard.records.domain.Draft;
import com.pfavanguard.records.domain.DraftJudge;
import com.pfavanguard.records.domain.RecordView;
import com.pfavanguard.records.store.DraftStore;
import com.pfavanguard.records.store.ModificationStore;
import com.pfavanguard.records.store.RecordStore;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * The life of modifications, for the module that queues and writes them. Every call joins the
 * caller's transaction.
 */
@Service
public class Modifications {
  private final RecordStore records;
  private final DraftStore drafts;
  private final ModificationStore modifications;

  Modifications(RecordStore records, DraftStore drafts, ModificationStore modifications) {
    this.records = records;
    this.drafts = drafts;
    this.modifications = modifications;
  }

  /**
   * Turns the caller's drafts into queued edits, after judging them once more against the records
   * as they are now.
   *
   * @param modificationIds which drafts; null for all of the organization
   * @throws ApiException 404 when an id is no draft of the caller's, 422 when a draft breaks a
   *     rule; nothing is committed then
   */
  public List<CommittedDraft> commitDrafts(
      OrganizationAccess access,
      @Nullable List<UUID> modificationIds,
      UUID jobId,
      @Nullable String reason) {
    List<Draft> found = drafts.lock(access, modificationIds);
    Drafts.requireAllFound(found, modificationIds);
    if (found.isEmpty()) {
      return List.of();
    }
    judge(access, found);
    return modifications.commit(found.stream().map(Draft::modificationId).toList(), jobId, reason);
  }

  /** Commits edits that were no drafts; whoever calls has judged them. */
  public List<CommittedDraft> commitNew(
      OrganizationAccess access, List<NewEdit> edits, UUID jobId) {
    return edits.isEmpty() ? List.of() : modifications.insert(access, edits, jobId);
  }

  /**
   * Folds earlier waiting edits into later ones of the same author and record: the later payload
   * covers both, the earlier is superseded.
   *
   * @param laterByEarlier modification ids
   */
  public void fold(Map<UUID, UUID> laterByEarlier) {
    if (!laterByEarlier.isEmpty()) {
      modifications.fold(laterByEarlier);
    }
  }

  /** What is to be written, by modification id. */
  public Map<UUID, QueuedEdit> findQueued(Collection<UUID> modificationIds) {
    return modifications.findQueued(modificationIds);
  }

  /** Moves modifications to another state. */
  public void move(Collection<UUID> modificationIds, SyncStatus to) {
    if (!modificationIds.isEmpty()) {
      modifications.move(modificationIds, to);
    }
  }

  /** Marks modifications as confirmed by PEMS. */
  public void confirm(List<ConfirmedEdit> confirmed) {
    if (!confirmed.isEmpty()) {
      modifications.confirm(confirmed);
    }
  }

  /** Queues modifications again on a newer base. */
  public void rebase(List<Rebased> rebased) {
    if (!rebased.isEmpty()) {
      modifications.rebase(rebased);
    }
  }

  /**
   * Corrects what a modification writes. What its author was shown of the fields it has stays its
   * base; of new fields the given version is.
   */
  public void correct(Rebased corrected) {
    modifications.correct(corrected);
  }

  /** Ends modifications that a named person gives up. */
  public void discard(Collection<UUID> modificationIds, UUID by, @Nullable String reason) {
    if (!modificationIds.isEmpty()) {
      modifications.discard(modificationIds, by, reason);
    }
  }

  private void judge(OrganizationAccess access, List<Draft> found) {
    Map<String, RecordView> shown =
        records.findByIds(access, found.stream().map(Draft::pfaId).toList()).stream()
            .collect(Collectors.toMap(view -> view.key().pfaId(), view -> view));
    Map<String, Long> versions = new HashMap<>();
    shown.forEach((pfaId, record) -> versions.put(pfaId, record.version()));
    Map<String, FieldValues> mirror = drafts.findVersions(access.organizationId(), versions);
    DraftJudge judge = new DraftJudge(access);
    for (int index = 0; index < found.size(); index++) {
      Draft draft = found.get(index);
      RecordView record = shown.get(draft.pfaId());
      FieldValues base = mirror.get(draft.pfaId());
      if (record == null || base == null || record.removed()) {
        judge.add(index, draft.pfaId(), null, "unknown_record", "The record is no longer in PEMS.");
      } else {
        judge.judge(index, draft.pfaId(), base, record.values(), draft.delta());
      }
    }
    judge.throwIfAny();
  }
}
