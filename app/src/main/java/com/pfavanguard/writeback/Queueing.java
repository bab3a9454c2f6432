package com.pfavanguard.writeback;

import com.pfavanguard.audit.AuditTrail;
import com.pfavanguard.identity.OrganizationAccess;
import com.pfavanguard.kernel.EditLog;
import com.pfavanguard.kernel.SyncFact;
import com.pfavanguard.records.CommittedDraft;
import com.pfavanguard.records.Modifications;
import com.pfavanguard.writeback.store.QueueStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Puts committed edits into the queue, audited and announced, in the caller's transaction. */
@Component
class Queueing {
  private final Modifications modifications;
  private final QueueStore queue;
  private final ApplicationEventPublisher events;
  private final AuditTrail audit;

  Queueing(
      Modifications modifications,
      QueueStore queue,
      ApplicationEventPublisher events,
      AuditTrail audit) {
    this.modifications = modifications;
    this.queue = queue;
    this.events = events;
    this.audit = audit;
  }

  /** Waiting edits of the same author on the same record fold into the new ones. */
  CommitDrafts.Committed add(
      OrganizationAccess access, Occasion occasion, List<CommittedDraft> edits) {
    String organization = access.organizationId();
    UUID author = access.caller().userId();
    if (!edits.isEmpty()) {
      Map<String, UUID> earlier =
          queue.supersedeWaiting(
              organization, author, edits.stream().map(CommittedDraft::pfaId).toList());
      modifications.fold(laterByEarlier(earlier, edits));
      events.publishEvent(superseded(organization, earlier));
      queue.add(organization, author, occasion.jobId(), edits);
      audit.append(CommitEntries.of(access, occasion, edits, earlier));
      publish(organization, occasion.jobId(), edits);
    }
    return new CommitDrafts.Committed(occasion.jobId(), edits.size(), queue.size(organization));
  }

  private static Map<UUID, UUID> laterByEarlier(
      Map<String, UUID> earlier, List<CommittedDraft> edits) {
    Map<UUID, UUID> pairs = new HashMap<>();
    for (CommittedDraft edit : edits) {
      UUID waiting = earlier.get(edit.pfaId());
      if (waiting != null) {
        pairs.put(waiting, edit.modificationId());
      }
    }
    return pairs;
  }

  private static EditLog.Batch superseded(String organization, Map<String, UUID> earlier) {
    return new EditLog.Batch(
        earlier.entrySet().stream()
            .map(
                edit ->
                    new EditLog.Event(
                        "superseded", organization, edit.getKey(), edit.getValue().toString()))
            .toList());
  }

  private void publish(String organization, UUID job, List<CommittedDraft> edits) {
    events.publishEvent(
        new SyncFact.Batch(
            edits.stream()
                .map(
                    edit ->
                        new SyncFact(
                            SyncFact.Type.SYNC_QUEUED,
                            organization,
                            edit.pfaId(),
                            job,
                            Map.of("modificationId", edit.modificationId())))
                .toList()));
  }
}
