package com.pfavanguard.writeback;

import com.pfavanguard.audit.AuditTrail;
import com.pfavanguard.identity.OrganizationAccess;
import com.pfavanguard.identity.Permission;
import com.pfavanguard.kernel.ApiException;
import com.pfavanguard.kernel.SyncFact;
import com.pfavanguard.kernel.Tenancy;
import com.pfavanguard.kernel.database.DatabaseSignals;
import com.pfavanguard.records.CommittedDraft;
import com.pfavanguard.records.Modifications;
import com.pfavanguard.writeback.store.QueueStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/**
 * "Save &amp; Sync": drafts become queued edits, all or none, in one transaction with their queue
 * rows.
 */
@Service
public class CommitDrafts {
  private static final int TRIES = 5;

  private final Tenancy tenancy;
  private final Modifications modifications;
  private final QueueStore queue;
  private final ApplicationEventPublisher events;
  private final DatabaseSignals signals;
  private final AuditTrail audit;

  CommitDrafts(
      Tenancy tenancy,
      Modifications modifications,
      QueueStore queue,
      ApplicationEventPublisher events,
      DatabaseSignals signals,
      AuditTrail audit) {
    this.tenancy = tenancy;
    this.modifications = modifications;
    this.queue = queue;
    this.events = events;
    this.signals = signals;
    this.audit = audit;
  }

  /** What was queued, and how much waits in the organization now. */
  public record Committed(UUID jobId, int queuedCount, long queueSize) {}

  /**
   * Commits drafts of the caller. Waiting edits of the same author on the same record fold into the
   * new ones.
   *
   * @param modificationIds which; null for all of the organization
   * @throws ApiException 403 without Sync, 404 for an id that is no draft of the caller's, 422 when
   *     a draft breaks a rule against the record as it is now
   */
  public Committed commit(
      OrganizationAccess access, @Nullable List<UUID> modificationIds, @Nullable String reason) {
    access.require(Permission.Sync);
    Committed committed = commitOnce(access, modificationIds, reason, TRIES);
    if (committed.queuedCount() > 0) {
      signals.notify("vanguard_queue");
    }
    return committed;
  }

  /**
   * Two commits of one author at once can both see no waiting edit: the database refuses the
   * second, which then folds.
   */
  private Committed commitOnce(
      OrganizationAccess access,
      @Nullable List<UUID> modificationIds,
      @Nullable String reason,
      int tries) {
    try {
      return tenancy.within(
          access.organizationId(), () -> commitInTransaction(access, modificationIds, reason));
    } catch (DuplicateKeyException e) {
      if (tries == 1) {
        throw e;
      }
      return commitOnce(access, modificationIds, reason, tries - 1);
    }
  }

  private Committed commitInTransaction(
      OrganizationAccess access, @Nullable List<UUID> modificationIds, @Nullable String reason) {
    String organization = access.organizationId();
    UUID author = access.caller().userId();
    UUID job = UUID.randomUUID();
    List<CommittedDraft> drafts = modifications.commitDrafts(access, modificationIds, job, reason);
    if (!drafts.isEmpty()) {
      Map<String, UUID> earlier =
          queue.supersedeWaiting(
              organization, author, drafts.stream().map(CommittedDraft::pfaId).toList());
      Map<UUID, UUID> laterByEarlier = laterByEarlier(earlier, drafts);
      modifications.fold(laterByEarlier);
      queue.add(organization, author, job, drafts);
      audit.append(CommitEntries.of(access, job, drafts, earlier));
      publish(organization, job, drafts);
    }
    return new Committed(job, drafts.size(), queue.size(organization));
  }

  private static Map<UUID, UUID> laterByEarlier(
      Map<String, UUID> earlier, List<CommittedDraft> drafts) {
    Map<UUID, UUID> pairs = new HashMap<>();
    for (CommittedDraft draft : drafts) {
      UUID waiting = earlier.get(draft.pfaId());
      if (waiting != null) {
        pairs.put(waiting, draft.modificationId());
      }
    }
    return pairs;
  }

  private void publish(String organization, UUID job, List<CommittedDraft> drafts) {
    events.publishEvent(
        new SyncFact.Batch(
            drafts.stream()
                .map(
                    draft ->
                        new SyncFact(
                            SyncFact.Type.SYNC_QUEUED,
                            organization,
                            draft.pfaId(),
                            job,
                            Map.of("modificationId", draft.modificationId())))
                .toList()));
  }
}
