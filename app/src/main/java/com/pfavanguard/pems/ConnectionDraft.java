package com.pfavanguard.pems;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A connection as an administrator wants it.
 *
 * @param secret a new password or key; null keeps the one that is there
 * @param secretEndsAt when its keeper says that it ends; null when nobody says
 */
public record ConnectionDraft(
    String id,
    String baseUrl,
    String tenant,
    String username,
    CredentialKind kind,
    @Nullable String secret,
    @Nullable Instant secretEndsAt,
    Budget budget) {

  /** What the tenant bears from all processes together, as {@link PemsConnection.Limits}. */
  public record Budget(int requestsPerSecond, int burst, int sessions) {}

  /** What the secret is; the names of the API and the database. */
  public enum CredentialKind {
    password,
    api_key
  }

  @Override
  public String toString() {
    return "ConnectionDraft[" + id + " " + baseUrl + "]";
  }
}
