package com.pfavanguard.audit;

import java.util.Locale;

/**
 * What can be done to a record or to the system. Stored and shown in lower case; a name is never
 * reused or renamed.
 */
public enum AuditAction {
  DRAFT_COMMITTED,
  DRAFT_DISCARDED,
  /** A waiting edit was folded into a later one of its author. */
  EDIT_SUPERSEDED,
  /** A worker took an edit in hand; one of the four below follows unless that worker dies. */
  WRITE_ATTEMPTED,
  WRITE_SYNCED,
  /** The attempt failed and another follows. */
  WRITE_RETRIED,
  /** Dead letter: PEMS refused, or the tries are used up. */
  WRITE_FAILED,
  CONFLICT_OPENED,
  /** A resolution waits for a second person. */
  CONFLICT_PROPOSED,
  CONFLICT_APPROVED,
  CONFLICT_DECLINED,
  CONFLICT_RESOLVED,
  DEAD_LETTER_REPLAYED,
  DEAD_LETTER_DISCARDED,
  ROLLBACK,
  /** By the database itself, see V8. */
  READ_RUN,
  /** By the database itself, see V8. */
  FLAG_CHANGED,
  RECORD_REPAIRED,
  AUDIT_EXPORTED,
  MEMBER_INVITED,
  ACCESS_CHANGED,
  ACCESS_REMOVED,
  IMPERSONATION_STARTED,
  ACCOUNT_DISABLED,
  ACCOUNT_ENABLED,
  PASSWORD_RESET,
  PASSWORD_CHANGED,
  ACCESS_TOKEN_MADE,
  SESSIONS_ENDED,
  PEMS_CONNECTION_CHANGED,
  PEMS_CONNECTION_REMOVED,
  /** Signed in to PEMS by hand, to see whether it works. */
  PEMS_CONNECTION_TRIED;

  /** The name in the database and the API. */
  public String apiName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
