package com.pfavanguard.identity;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;

/** The one query behind every authenticated request, and how its rows become callers. */
final class SessionRows implements RowCallbackHandler {
  static final String SQL =
      """
      SELECT encode(s.token_hash, 'hex') AS session, u.id, u.username, u.display_name, u.system_role,
             a.organization_id, a.role_template, a.granted, a.revoked
        FROM user_session s
        JOIN user_account u ON u.id = s.user_id AND u.enabled
        LEFT JOIN LATERAL (
          SELECT m.organization_id, m.role_template, t.permissions || m.granted AS granted, m.revoked
            FROM membership m JOIN role_template t ON t.name = m.role_template
           WHERE m.user_id = u.id AND (m.expires_at IS NULL OR m.expires_at > now())
          UNION ALL
          SELECT o.id, NULL, NULL, NULL FROM organization o WHERE u.system_role IS NOT NULL
        ) a ON true
       WHERE s.token_hash = ANY (?) AND s.revoked_at IS NULL AND s.expires_at > now()
      """;

  private record User(
      UUID id, String username, String displayName, @Nullable SystemRole systemRole) {}

  private final Map<SessionKey, User> users = new HashMap<>();
  private final Map<SessionKey, Grants> grants = new HashMap<>();

  @Override
  public void processRow(ResultSet row) throws SQLException {
    SessionKey session = new SessionKey(row.getString("session"));
    User user = user(row);
    users.put(session, user);
    Grants own = grants.computeIfAbsent(session, _ -> new Grants());
    String organizationId = row.getString("organization_id");
    String role = row.getString("role_template");
    if (role != null) {
      own.addMembership(organizationId, role, names(row, "granted"), names(row, "revoked"));
    } else if (organizationId != null && user.systemRole() != null) {
      own.addSystemRole(organizationId, user.systemRole());
    }
  }

  Map<SessionKey, SignedIn> signedIn() {
    Map<SessionKey, SignedIn> all = new HashMap<>();
    users.forEach((session, user) -> all.put(session, signedIn(session, user)));
    return all;
  }

  private SignedIn signedIn(SessionKey session, User user) {
    Grants own = grants.getOrDefault(session, new Grants());
    Caller caller = new Caller(user.id(), user.username(), user.displayName(), own.permissions());
    return new SignedIn(session, caller, user.systemRole(), own.roles());
  }

  private static User user(ResultSet row) throws SQLException {
    String systemRole = row.getString("system_role");
    return new User(
        row.getObject("id", UUID.class),
        row.getString("username"),
        row.getString("display_name"),
        systemRole == null ? null : SystemRole.named(systemRole));
  }

  private static List<String> names(ResultSet row, String column) throws SQLException {
    Array array = row.getArray(column);
    return array == null ? List.of() : List.of((String[]) array.getArray());
  }
}
