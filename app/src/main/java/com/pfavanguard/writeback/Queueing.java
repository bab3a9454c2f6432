package com.pfavanguard.writeback;

import com.pfavanguard.audit.AuditTrail;
import com.pfavanguard.identity.OrganizationAccess;
import com.pfavanguard.kernel.EditLog;
import com.pfavanguard.kernel.SyncFact;
import com.pfavanguard.kernel.trace.Origin;
import com.pfavanguard.kernel.trace.Traces;
import com.pfavanguard.records.CommittedDraft;
import com.pfavanguard.records.Modifications;
import com.pfavanguard.writeback.store.QueueStore;
import com.pfavanguard.writeback.store.Superseded;
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
  private final Traces traces;

  Queueing(
      Modifications modifications,
      QueueStore queue,
      ApplicationEventPublisher events,
      AuditTrail audit,
      Traces traces) {
    this.modifications = modifications;
    this.queue = queue;
    this.events = events;
    this.audit = audit;
    this.traces = traces;
  }

  /** Waiting edits of the same author on the same record fold into the new ones. */
  CommitDrafts.Committed add(
      OrganizationAccess access, Occasion occasion, List<CommittedDraft> edits) {
    String organization = access.organizationId();
    UUID author = access.caller().userId();
    if (!edits.isEmpty()) {
      Map<String, Superseded> replaced =
          queue.supersedeWaiting(
              organization, author, edits.stream().map(CommittedDraft::pfaId).toList());
      Map<String, UUID> earlier = new HashMap<>();
      replaced.forEach((pfaId, edit) -> earlier.put(pfaId, edit.modificationId()));
      modifications.fold(laterByEarlier(earlier, edits));
      events.publishEvent(superseded(organization, earlier));
      queue.add(organization, author, occasion.jobId(), edits, origins(edits, replaced));
      audit.append(CommitEntries.of(access, occasion, edits, earlier));
      publish(organization, occasion.jobId(), edits);
    }
    return new CommitDrafts.Committed(occasion.jobId(), edits.size(), queue.size(organization));
  }

  /** One write serves all that were folded: it belongs to the first, and is linked to the later. */
  private List<Origin> origins(List<CommittedDraft> edits, Map<String, Superseded> replaced) {
    Origin now = traces.current();
    return edits.stream()
        .map(edit -> replaced.get(edit.pfaId()))
        .map(earlier -> earlier == null ? now : earlier.trace().joinedBy(now))
        .toList();
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
