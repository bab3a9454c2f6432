package com.pfavanguard.writeback.deadletter;

import com.pfavanguard.audit.AuditAction;
import com.pfavanguard.audit.AuditActor;
import com.pfavanguard.audit.AuditEntry;
import com.pfavanguard.audit.AuditSubject;
import com.pfavanguard.audit.AuditTrail;
import com.pfavanguard.identity.Caller;
import com.pfavanguard.kernel.FieldValues;
import com.pfavanguard.kernel.Role;
import com.pfavanguard.kernel.SyncFact;
import com.pfavanguard.records.Modifications;
import com.pfavanguard.records.SyncStatus;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Takes edits out of the dead letters, one way or the other: queue, modification, audit and live
 * events in the caller's transaction, many per statement.
 */
@Component
@Role.Server
class LettersOut {
  private final DeadLetterStore store;
  private final Modifications modifications;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;

  LettersOut(
      DeadLetterStore store,
      Modifications modifications,
      AuditTrail audit,
      ApplicationEventPublisher events) {
    this.store = store;
    this.modifications = modifications;
    this.audit = audit;
    this.events = events;
  }

  /**
   * @param corrected what the only letter writes now; null when nothing was corrected
   */
  void replay(Caller caller, List<DeadLetter> letters, @Nullable FieldValues corrected) {
    store.replay(letters);
    modifications.move(modificationIds(letters), SyncStatus.queued);
    audit.append(
        letters.stream()
            .map(
                letter ->
                    entry(AuditAction.DEAD_LETTER_REPLAYED, caller, letter, null)
                        .change(
                            letter.edit().payload(),
                            corrected == null ? letter.edit().payload() : corrected))
            .toList());
    events.publishEvent(
        new SyncFact.Batch(
            letters.stream().map(letter -> fact(SyncFact.Type.SYNC_QUEUED, letter)).toList()));
  }

  void discard(Caller caller, List<DeadLetter> letters, String reason) {
    store.discard(letters);
    modifications.discard(modificationIds(letters), caller.userId(), reason);
    audit.append(
        letters.stream()
            .map(letter -> entry(AuditAction.DEAD_LETTER_DISCARDED, caller, letter, reason))
            .toList());
    events.publishEvent(
        new SyncFact.Batch(
            letters.stream().map(letter -> fact(SyncFact.Type.RECORD_CHANGED, letter)).toList()));
  }

  private static List<UUID> modificationIds(List<DeadLetter> letters) {
    return letters.stream().map(letter -> letter.edit().modificationId()).toList();
  }

  private static AuditEntry entry(
      AuditAction action, Caller caller, DeadLetter letter, @Nullable String reason) {
    AuditSubject edit =
        AuditSubject.edit(letter.key(), letter.edit().modificationId(), letter.jobId());
    return AuditEntry.of(action, AuditActor.of(caller), edit)
        .because(reason)
        .change(letter.edit().base(), letter.edit().payload())
        .detail(
            Map.of(
                "cause", letter.failure().cause(),
                "attempts", letter.failure().attempts(),
                "author", letter.edit().author()));
  }

  private static SyncFact fact(SyncFact.Type type, DeadLetter letter) {
    return new SyncFact(
        type,
        letter.key().organizationId(),
        letter.key().pfaId(),
        letter.jobId(),
        Map.of("modificationId", letter.edit().modificationId(), "deadLetter", letter.id()));
  }
}
