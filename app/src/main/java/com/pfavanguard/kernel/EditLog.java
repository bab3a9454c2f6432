package com.pfavanguard.kernel;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * One log line per event of the life of an edit, each with the modification's id, once it is true:
 * what a transaction took back is never told. Ids and states only, no values.
 */
@Component
public class EditLog {
  private static final Logger log = LoggerFactory.getLogger(EditLog.class);

  /** Something that happened to an edit. */
  public record Event(
      String action, String organizationId, @Nullable String pfaId, String modificationId) {}

  /** Events of one transaction that browsers do not hear of. */
  public record Batch(List<Event> events) {}

  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
  void tell(SyncFact.Batch batch) {
    for (SyncFact fact : batch.facts()) {
      Object modification = fact.data().get("modificationId");
      if (modification != null) {
        tell(new Event(action(fact), fact.organizationId(), fact.pfaId(), modification.toString()));
      }
    }
  }

  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
  void tell(Batch batch) {
    batch.events().forEach(EditLog::tell);
  }

  /** Tells of something that no transaction can take back. */
  public static void tell(Event event) {
    log.atInfo()
        .addKeyValue("action", event.action())
        .addKeyValue("organizationId", event.organizationId())
        .addKeyValue("pfaId", event.pfaId())
        .addKeyValue("modificationId", event.modificationId())
        .log(
            "Edit {} of {}/{}: {}",
            event.modificationId(),
            event.organizationId(),
            event.pfaId(),
            event.action());
  }

  private static String action(SyncFact fact) {
    return switch (fact.type()) {
      case SYNC_QUEUED -> fact.data().containsKey("attempts") ? "retrying" : "queued";
      case SYNC_STARTED -> "claimed";
      case SYNC_SUCCESS -> "synced";
      case SYNC_CONFLICT -> "conflict";
      case SYNC_FAILED -> "failed";
      case SYNC_PROGRESS, RECORD_CHANGED -> fact.type().name().toLowerCase(Locale.ROOT);
    };
  }
}
