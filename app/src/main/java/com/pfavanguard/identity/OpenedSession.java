package com.pfavanguard.identity;

import java.time.Instant;
import java.util.UUID;

/**
 * A session just opened.
 *
 * @param token kept nowhere else: who loses it opens another session
 */
public record OpenedSession(UUID sessionId, String token, Instant expiresAt) {
  @Override
  public String toString() {
    return "OpenedSession[" + sessionId + "]";
  }
}
