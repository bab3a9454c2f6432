package com.pfavanguard.identity.store;

import com.pfavanguard.kernel.Role;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** Who belongs to which organization, and what they may do there. */
@Component
@Role.Server
public class MemberStore {
  /**
   * A member of one organization.
   *
   * @param granted permissions beyond the role's
   * @param revoked permissions of the role that this member has not
   * @param expiresAt when the access ends; null for never
   * @param invited whether the account still waits for its first password
   */
  public record Member(
      UUID userId,
      String username,
      String displayName,
      boolean enabled,
      boolean invited,
      String role,
      List<String> granted,
      List<String> revoked,
      @Nullable Instant expiresAt) {}

  /** What everybody with this role may do, unless it is adjusted for one of them. */
  public record RoleTemplate(String name, List<String> permissions) {}

  /** What a member is to have. */
  public record Access(
      String role, List<String> granted, List<String> revoked, @Nullable Instant expiresAt) {}

  private final JdbcClient jdbc;

  MemberStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public List<Member> findAll(String organizationId) {
    return jdbc.sql(
            """
            SELECT u.id, u.username, u.display_name, u.enabled, u.password_hash = '' AS invited,
                   m.role_template, m.granted, m.revoked, m.expires_at
              FROM membership m JOIN user_account u ON u.id = m.user_id
             WHERE m.organization_id = ? ORDER BY u.username LIMIT 5000
            """)
        .param(organizationId)
        .query(
            (row, _) -> {
              var expires = row.getTimestamp("expires_at");
              return new Member(
                  row.getObject("id", UUID.class),
                  row.getString("username"),
                  row.getString("display_name"),
                  row.getBoolean("enabled"),
                  row.getBoolean("invited"),
                  row.getString("role_template"),
                  List.of((String[]) row.getArray("granted").getArray()),
                  List.of((String[]) row.getArray("revoked").getArray()),
                  expires == null ? null : expires.toInstant());
            })
        .list();
  }

  public List<RoleTemplate> roles() {
    return jdbc.sql(
            "SELECT name, permissions FROM role_template ORDER BY cardinality(permissions), name")
        .query(
            (row, _) ->
                new RoleTemplate(
                    row.getString("name"),
                    List.of((String[]) row.getArray("permissions").getArray())))
        .list();
  }

  /** The permissions of a role; empty when there is no such role. */
  public Optional<List<String>> permissionsOf(String role) {
    return jdbc.sql("SELECT permissions FROM role_template WHERE name = ?")
        .param(role)
        .query((row, _) -> List.of((String[]) row.getArray(1).getArray()))
        .optional();
  }

  /** Where a user is a member; for a system role, everywhere. */
  public List<String> organizationsOf(UUID userId) {
    return jdbc.sql(
            """
            SELECT organization_id FROM membership WHERE user_id = :user
            UNION
            SELECT o.id FROM organization o
             WHERE EXISTS (SELECT FROM user_account WHERE id = :user AND system_role IS NOT NULL)
            """)
        .param("user", userId)
        .query(String.class)
        .list();
  }

  public boolean isMember(UUID userId, String organizationId) {
    return jdbc.sql(
            "SELECT EXISTS (SELECT FROM membership WHERE user_id = ? AND organization_id = ?)")
        .param(userId)
        .param(organizationId)
        .query(Boolean.class)
        .single();
  }

  /** Gives a user this access to the organization, whatever they had there before. */
  public void save(UUID userId, String organizationId, Access access) {
    jdbc.sql(
            """
            INSERT INTO membership (user_id, organization_id, role_template, granted, revoked, expires_at)
            VALUES (:user, :organization, :role, :granted, :revoked, :expires::timestamptz)
            ON CONFLICT (user_id, organization_id) DO UPDATE
               SET role_template = excluded.role_template, granted = excluded.granted,
                   revoked = excluded.revoked, expires_at = excluded.expires_at
            """)
        .param("user", userId)
        .param("organization", organizationId)
        .param("role", access.role())
        .param("granted", new SqlArrayValue("text", access.granted().toArray()))
        .param("revoked", new SqlArrayValue("text", access.revoked().toArray()))
        .param("expires", access.expiresAt() == null ? null : access.expiresAt().toString())
        .update();
  }

  public boolean remove(UUID userId, String organizationId) {
    return jdbc.sql("DELETE FROM membership WHERE user_id = ? AND organization_id = ?")
            .param(userId)
            .param(organizationId)
            .update()
        > 0;
  }

  /** The account of a name, made without a password when there is none. */
  public UUID findOrCreate(String username, String displayName) {
    return jdbc.sql(
            """
            WITH made AS (
              INSERT INTO user_account (username, display_name, password_hash) VALUES (:username, :display, '')
              ON CONFLICT (username) DO NOTHING RETURNING id
            )
            SELECT id FROM made UNION ALL SELECT id FROM user_account WHERE username = :username
            """)
        .param("username", username)
        .param("display", displayName)
        .query(UUID.class)
        .single();
  }
}
