package com.pfavanguard.identity;

import com.pfavanguard.kernel.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** Sessions, and who is behind them with the permissions of this very moment. */
@Component
@Role.Server
public class Sessions {
  private final JdbcClient jdbc;

  Sessions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Opens a session; its token is in the answer and kept nowhere else. */
  public OpenedSession open(NewSession session) {
    String token = SecretTokens.next(session.kind() == SessionKind.ACCESS_TOKEN ? "vgt_" : "");
    return jdbc.sql(
            """
            WITH forgotten AS (
              DELETE FROM user_session WHERE user_id = :user AND expires_at < now() - interval '30 days'
            )
            INSERT INTO user_session (token_hash, user_id, kind, name, scope_permissions, scope_organizations,
                                      impersonator_id, address, user_agent, expires_at)
            VALUES (:hash, :user, :kind, :name, :permissions, :organizations, :impersonator, :address, :agent,
                    now() + make_interval(secs => :seconds))
            RETURNING session_id, expires_at
            """)
        .param("hash", SessionKey.ofToken(token).bytes())
        .param("user", session.userId())
        .param("kind", session.kind().apiName())
        .param("name", session.name())
        .param("permissions", textArray(names(session.scope().permissions())))
        .param("organizations", textArray(session.scope().organizations()))
        .param("impersonator", session.impersonator())
        .param("address", session.origin().address())
        .param("agent", session.origin().userAgent())
        .param("seconds", session.lifetime().toSeconds())
        .query((row, _) -> opened(row, token))
        .single();
  }

  /** Ends a session at once, on every server. */
  public void revoke(SessionKey session) {
    jdbc.sql(
            "UPDATE user_session SET revoked_at = now() WHERE token_hash = ? AND revoked_at IS NULL")
        .param(session.bytes())
        .update();
  }

  /**
   * Ends one of a user's sessions or access tokens.
   *
   * @return false when the user has no such session, or it had ended before
   */
  public boolean revoke(UUID userId, UUID sessionId) {
    return jdbc.sql(
                """
                UPDATE user_session SET revoked_at = now()
                 WHERE user_id = ? AND session_id = ? AND revoked_at IS NULL AND expires_at > now()
                """)
            .param(userId)
            .param(sessionId)
            .update()
        > 0;
  }

  /**
   * Ends what a user has open, access tokens included.
   *
   * @param kept the one to keep; null for none
   */
  public void revokeAll(UUID userId, @Nullable SessionKey kept) {
    jdbc.sql(
            """
            UPDATE user_session SET revoked_at = now()
             WHERE user_id = ? AND revoked_at IS NULL AND token_hash IS DISTINCT FROM ?
            """)
        .param(userId)
        .param(kept == null ? null : kept.bytes())
        .update();
  }

  /** What a user has open, latest first. */
  public List<SessionView> findOpen(UUID userId, SessionKey current) {
    return jdbc.sql(
            """
            SELECT s.session_id, s.kind, s.name, s.scope_permissions AS permissions,
                   s.scope_organizations AS organizations, i.username AS impersonated_by, s.address, s.user_agent,
                   s.created_at, s.expires_at, s.last_used_at, s.token_hash = :current AS current
              FROM user_session s LEFT JOIN user_account i ON i.id = s.impersonator_id
             WHERE s.user_id = :user AND s.revoked_at IS NULL AND s.expires_at > now()
             ORDER BY s.created_at DESC LIMIT 500
            """)
        .param("user", userId)
        .param("current", current.bytes())
        .query(SessionRows::view)
        .list();
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
    jdbc.sql(SessionRows.SQL)
        .param("hashes", new SqlArrayValue("bytea", (Object[]) hashes))
        .query(rows);
    return rows.signedIn();
  }

  private static OpenedSession opened(ResultSet row, String token) throws SQLException {
    return new OpenedSession(
        row.getObject("session_id", UUID.class), token, row.getTimestamp("expires_at").toInstant());
  }

  private static @Nullable List<String> names(@Nullable Set<Permission> permissions) {
    return permissions == null ? null : permissions.stream().map(Enum::name).sorted().toList();
  }

  private static @Nullable SqlArrayValue textArray(@Nullable List<String> texts) {
    return texts == null ? null : new SqlArrayValue("text", texts.toArray());
  }
}
