package com.pfavanguard.identity;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;

/** The one query behind every authenticated request, and how its rows become callers. */
final class SessionRows implements RowCallbackHandler {
  // A use is noted to the minute: a busy session costs one small write a minute, not one a request.
  static final String SQL =
      """
      WITH session AS (
        SELECT * FROM user_session
         WHERE token_hash = ANY (:hashes) AND revoked_at IS NULL AND expires_at > now()
      ), used AS (
        UPDATE user_session u SET last_used_at = now()
          FROM session s
         WHERE u.token_hash = s.token_hash AND coalesce(s.last_used_at, '-infinity') < now() - interval '1 minute'
      )
      SELECT encode(s.token_hash, 'hex') AS session, s.kind, s.scope_permissions, i.username AS impersonated_by,
             u.id, u.username, u.display_name, u.system_role, u.must_change_password,
             a.organization_id, a.role_template, a.granted, a.revoked, a.everywhere
        FROM session s
        JOIN user_account u ON u.id = s.user_id AND u.enabled
        LEFT JOIN user_account i ON i.id = s.impersonator_id
        LEFT JOIN LATERAL (
          SELECT m.organization_id, m.role_template, t.permissions || m.granted AS granted, m.revoked,
                 NULL::text[] AS everywhere
            FROM membership m JOIN role_template t ON t.name = m.role_template
           WHERE m.user_id = u.id AND (m.expires_at IS NULL OR m.expires_at > now())
             AND (s.scope_organizations IS NULL OR m.organization_id = ANY (s.scope_organizations))
          UNION ALL
          SELECT NULL, NULL, NULL, NULL, ARRAY (
                   SELECT o.id FROM organization o
                    WHERE s.scope_organizations IS NULL OR o.id = ANY (s.scope_organizations))
           WHERE u.system_role IS NOT NULL
        ) a ON true
       WHERE s.impersonator_id IS NULL OR i.enabled
      """;

  private record User(
      UUID id,
      String username,
      String displayName,
      @Nullable SystemRole systemRole,
      Standing standing) {}

  private final Map<SessionKey, User> users = new HashMap<>();
  private final Map<SessionKey, Grants> grants = new HashMap<>();

  @Override
  public void processRow(ResultSet row) throws SQLException {
    SessionKey session = new SessionKey(row.getString("session"));
    User user = user(row);
    users.put(session, user);
    Grants own = grants.get(session);
    if (own == null) {
      own = new Grants(Grants.known(names(row, "scope_permissions")));
      grants.put(session, own);
    }
    String organizationId = row.getString("organization_id");
    String role = row.getString("role_template");
    if (role != null) {
      own.addMembership(organizationId, role, names(row, "granted"), names(row, "revoked"));
    }
    // One row for all of them: a portfolio has hundreds.
    List<String> everywhere = names(row, "everywhere");
    if (everywhere != null && user.systemRole() != null) {
      own.addSystemRole(everywhere, user.systemRole());
    }
  }

  Map<SessionKey, SignedIn> signedIn() {
    Map<SessionKey, SignedIn> all = new HashMap<>();
    users.forEach((session, user) -> all.put(session, signedIn(session, user)));
    return all;
  }

  private SignedIn signedIn(SessionKey session, User user) {
    Grants own = grants.getOrDefault(session, new Grants(null));
    Caller caller = new Caller(user.id(), user.username(), user.displayName(), own.permissions());
    return new SignedIn(session, caller, user.systemRole(), own.roles(), user.standing());
  }

  private static User user(ResultSet row) throws SQLException {
    String systemRole = row.getString("system_role");
    return new User(
        row.getObject("id", UUID.class),
        row.getString("username"),
        row.getString("display_name"),
        systemRole == null ? null : SystemRole.named(systemRole),
        new Standing(
            SessionKind.named(row.getString("kind")),
            row.getString("impersonated_by"),
            row.getBoolean("must_change_password")));
  }

  static SessionView view(ResultSet row, int number) throws SQLException {
    Timestamp used = row.getTimestamp("last_used_at");
    return new SessionView(
        row.getObject("session_id", UUID.class),
        row.getString("kind"),
        row.getString("name"),
        names(row, "permissions"),
        names(row, "organizations"),
        row.getString("impersonated_by"),
        row.getString("address"),
        row.getString("user_agent"),
        row.getTimestamp("created_at").toInstant(),
        row.getTimestamp("expires_at").toInstant(),
        used == null ? null : used.toInstant(),
        row.getBoolean("current"));
  }

  private static @Nullable List<String> names(ResultSet row, String column) throws SQLException {
    Array array = row.getArray(column);
    return array == null ? null : List.of((String[]) array.getArray());
  }
}
