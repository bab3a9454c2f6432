package com.pfavanguard.identity;

import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A session to open.
 *
 * @param name of an access token, 1 to 100 characters; null otherwise
 * @param impersonator who looks as the user; null otherwise
 */
public record NewSession(
    UUID userId,
    SessionKind kind,
    @Nullable String name,
    SessionScope scope,
    @Nullable UUID impersonator,
    SessionOrigin origin,
    Duration lifetime) {

  /** How long a session lasts that was opened by signing in. */
  public static final Duration SIGN_IN_LIFETIME = Duration.ofHours(12);

  /** How long an administrator may look as somebody else. */
  public static final Duration IMPERSONATION_LIFETIME = Duration.ofMinutes(30);

  public static NewSession signIn(UUID userId, SessionOrigin origin) {
    return new NewSession(
        userId, SessionKind.SIGN_IN, null, SessionScope.WHOLE, null, origin, SIGN_IN_LIFETIME);
  }

  public static NewSession accessToken(
      UUID userId, String name, SessionScope scope, SessionOrigin origin, Duration lifetime) {
    return new NewSession(userId, SessionKind.ACCESS_TOKEN, name, scope, null, origin, lifetime);
  }

  public static NewSession impersonation(
      UUID userId, UUID impersonator, SessionScope scope, SessionOrigin origin) {
    return new NewSession(
        userId,
        SessionKind.IMPERSONATION,
        null,
        scope,
        impersonator,
        origin,
        IMPERSONATION_LIFETIME);
  }
}
