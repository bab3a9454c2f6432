package com.pfavanguard.writeback.worker;

import com.pfavanguard.conflict.Conflicts;
import com.pfavanguard.conflict.DetectedConflict;
import com.pfavanguard.kernel.PfaField;
import com.pfavanguard.kernel.Role;
import com.pfavanguard.kernel.SyncFact;
import com.pfavanguard.pems.LiveRecord;
import com.pfavanguard.records.ConfirmedEdit;
import com.pfavanguard.records.Mirror;
import com.pfavanguard.records.MirrorVersion;
import com.pfavanguard.records.Modifications;
import com.pfavanguard.records.QueuedEdit;
import com.pfavanguard.records.SyncStatus;
import com.pfavanguard.writeback.domain.Claim;
import com.pfavanguard.writeback.domain.Outcome;
import com.pfavanguard.writeback.store.OutcomeStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes outcomes true: queue, modification, mirror, history, conflict, log and live events in one
 * transaction.
 */
@Component
@Role.Worker
class OutcomeRecorder {
  private final OutcomeStore queue;
  private final Modifications modifications;
  private final Mirror mirror;
  private final Conflicts conflicts;
  private final AttemptJournal journal;
  private final ApplicationEventPublisher events;

  OutcomeRecorder(
      OutcomeStore queue,
      Modifications modifications,
      Mirror mirror,
      Conflicts conflicts,
      AttemptJournal journal,
      ApplicationEventPublisher events) {
    this.queue = queue;
    this.modifications = modifications;
    this.mirror = mirror;
    this.conflicts = conflicts;
    this.journal = journal;
    this.events = events;
  }

  /**
   * Records all outcomes whose leases still hold, in a handful of statements however many there
   * are.
   *
   * @return those that were recorded
   */
  @Transactional
  public List<Outcome> record(List<Outcome> outcomes) {
    Set<OutcomeStore.Lease> held = queue.complete(outcomes);
    List<Outcome> ours = outcomes.stream().filter(o -> held.contains(lease(o.claim()))).toList();
    if (ours.isEmpty()) {
      return ours;
    }
    moveModifications(ours);
    mirror.record(ours.stream().flatMap(OutcomeRecorder::seenVersion).toList());
    recordConflicts(ours);
    journal.ended(ours);
    events.publishEvent(
        new SyncFact.Batch(ours.stream().flatMap(o -> OutcomeFacts.of(o).stream()).toList()));
    return ours;
  }

  private static OutcomeStore.Lease lease(Claim claim) {
    return new OutcomeStore.Lease(claim.queueId(), claim.leaseNumber());
  }

  private void moveModifications(List<Outcome> outcomes) {
    List<ConfirmedEdit> confirmed = new ArrayList<>();
    List<UUID> conflicted = new ArrayList<>();
    List<UUID> queued = new ArrayList<>();
    List<UUID> failed = new ArrayList<>();
    for (Outcome outcome : outcomes) {
      UUID id = outcome.claim().edit().modificationId();
      switch (outcome) {
        case Outcome.Synced s ->
            confirmed.add(new ConfirmedEdit(id, s.after().recordid(), s.unseenVersions()));
        case Outcome.Conflicted c -> conflicted.add(id);
        case Outcome.Retried r -> queued.add(id);
        case Outcome.Failed f -> failed.add(id);
      }
    }
    modifications.confirm(confirmed);
    modifications.move(conflicted, SyncStatus.conflict);
    modifications.move(queued, SyncStatus.queued);
    modifications.move(failed, SyncStatus.failed);
  }

  private void recordConflicts(List<Outcome> outcomes) {
    List<DetectedConflict> open = new ArrayList<>();
    List<DetectedConflict> merged = new ArrayList<>();
    for (Outcome outcome : outcomes) {
      switch (outcome) {
        case Outcome.Conflicted c -> open.add(conflict(c.claim().edit(), c.live(), c.fields()));
        case Outcome.Synced s when s.merged() ->
            merged.add(conflict(s.claim().edit(), s.before(), Set.of()));
        case Outcome.Synced s -> {}
        case Outcome.Retried r -> {}
        case Outcome.Failed f -> {}
      }
    }
    conflicts.open(open);
    conflicts.rememberMerged(merged);
  }

  private static Stream<MirrorVersion> seenVersion(Outcome outcome) {
    QueuedEdit edit = outcome.claim().edit();
    return switch (outcome) {
      case Outcome.Synced s when s.wrote() ->
          Stream.of(
              version(
                  edit,
                  s.after(),
                  new MirrorVersion.Origin(edit.modificationId(), edit.author(), edit.reason())));
      case Outcome.Synced s -> Stream.of(version(edit, s.after(), null));
      case Outcome.Conflicted c -> Stream.of(version(edit, c.live(), null));
      case Outcome.Retried r -> Stream.empty();
      case Outcome.Failed f -> Stream.empty();
    };
  }

  private static MirrorVersion version(
      QueuedEdit edit, LiveRecord live, MirrorVersion.@Nullable Origin origin) {
    return new MirrorVersion(edit.key(), live.recordid(), live.values(), origin);
  }

  private static DetectedConflict conflict(QueuedEdit edit, LiveRecord live, Set<PfaField> fields) {
    return new DetectedConflict(
        edit.key(),
        edit.modificationId(),
        fields,
        edit.baseVersion(),
        edit.base(),
        edit.payload(),
        live.recordid(),
        live.values());
  }
}
