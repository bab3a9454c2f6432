package com.pfavanguard.identity;

import com.pfavanguard.kernel.Role;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** Sessions, and who is behind them with the permissions of this very moment. */
@Component
@Role.Server
public class Sessions {
  /** How long a session lasts. */
  public static final Duration LIFETIME = Duration.ofHours(12);

  private static final int TOKEN_BYTES = 32;

  private final SecureRandom random = new SecureRandom();
  private final JdbcClient jdbc;

  Sessions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Opens a session and returns its token, which is kept nowhere else. */
  public String open(UUID userId) {
    byte[] bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    jdbc.sql(
            """
            WITH forgotten AS (
              DELETE FROM user_session WHERE user_id = :user AND expires_at < now()
            )
            INSERT INTO user_session (token_hash, user_id, expires_at)
            VALUES (:hash, :user, now() + make_interval(secs => :seconds))
            """)
        .param("hash", SessionKey.ofToken(token).bytes())
        .param("user", userId)
        .param("seconds", LIFETIME.toSeconds())
        .update();
    return token;
  }

  /** Ends a session at once, on every server. */
  public void revoke(SessionKey session) {
    jdbc.sql(
            "UPDATE user_session SET revoked_at = now() WHERE token_hash = ? AND revoked_at IS NULL")
        .param(session.bytes())
        .update();
  }

  /**
   * Who is behind a session; empty when it is unknown, expired, revoked or its user is disabled.
   */
  public Optional<SignedIn> find(SessionKey session) {
    return Optional.ofNullable(find(List.of(session)).get(session));
  }

  /** The same for many sessions in one query; those that are no longer good are left out. */
  public Map<SessionKey, SignedIn> find(Collection<SessionKey> sessions) {
    byte[][] hashes = sessions.stream().map(SessionKey::bytes).toArray(byte[][]::new);
    SessionRows rows = new SessionRows();
    jdbc.sql(SessionRows.SQL).param(new SqlArrayValue("bytea", (Object[]) hashes)).query(rows);
    return rows.signedIn();
  }
}
