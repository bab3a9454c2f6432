package com.pfavanguard.identity.store;

import com.pfavanguard.identity.SessionKey;
import com.pfavanguard.kernel.Role;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One-time links; only hashes of their tokens are kept. */
@Component
@Role.Server
public class InvitationStore {
  private final JdbcClient jdbc;

  InvitationStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Adds an invitation; earlier ones of the user no longer work. */
  public void add(SessionKey token, UUID userId, UUID invitedBy, Duration validity) {
    jdbc.sql(
            """
            WITH replaced AS (
              UPDATE invitation SET used_at = now() WHERE user_id = :user AND used_at IS NULL
            )
            INSERT INTO invitation (token_hash, user_id, invited_by, expires_at)
            VALUES (:hash, :user, :inviter, now() + make_interval(secs => :seconds))
            """)
        .param("hash", token.bytes())
        .param("user", userId)
        .param("inviter", invitedBy)
        .param("seconds", validity.toSeconds())
        .update();
  }

  /** Uses an invitation up and says whose it was; empty when it is unknown, used or too old. */
  public Optional<UUID> use(SessionKey token) {
    return jdbc.sql(
            """
            UPDATE invitation SET used_at = now()
             WHERE token_hash = ? AND used_at IS NULL AND expires_at > now()
            RETURNING user_id
            """)
        .param(token.bytes())
        .query(UUID.class)
        .optional();
  }
}
