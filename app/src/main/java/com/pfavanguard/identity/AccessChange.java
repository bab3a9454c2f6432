package com.pfavanguard.identity;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody changed who may do what. Published inside the transaction that does it, so that it is
 * told of exactly when it happened.
 *
 * @param userId whose access it is
 * @param organizationIds where it matters
 * @param detail what it is now; never a secret
 */
public record AccessChange(
    Kind kind,
    Caller by,
    UUID userId,
    List<String> organizationIds,
    Map<String, ? extends @Nullable Object> detail) {

  /** What was done. */
  public enum Kind {
    MEMBER_INVITED,
    ACCESS_CHANGED,
    ACCESS_REMOVED,
    IMPERSONATION_STARTED,
    ACCOUNT_DISABLED,
    ACCOUNT_ENABLED,
    PASSWORD_RESET,
    PASSWORD_CHANGED,
    ACCESS_TOKEN_MADE,
    SESSIONS_ENDED
  }
}
