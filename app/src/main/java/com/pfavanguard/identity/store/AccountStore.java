package com.pfavanguard.identity.store;

import com.pfavanguard.kernel.Role;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Local accounts with their password hashes. */
@Component
@Role.Server
public class AccountStore {
  /**
   * What signing in needs to know of an account.
   *
   * @param locked after too many wrong passwords, for a while
   */
  public record Credentials(UUID id, String passwordHash, boolean enabled, boolean locked) {}

  private final JdbcClient jdbc;

  AccountStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param username in lower case
   */
  public Optional<Credentials> find(String username) {
    return jdbc.sql(
            """
            SELECT u.id, u.password_hash, u.enabled, coalesce(f.locked_until > now(), false) AS locked
              FROM user_account u LEFT JOIN sign_in_failure f ON f.user_id = u.id
             WHERE u.username = ?
            """)
        .param(username)
        .query(Credentials.class)
        .optional();
  }

  /** Creates the account or brings it up to date. */
  public UUID save(String username, String displayName, String passwordHash) {
    return jdbc.sql(
            """
            INSERT INTO user_account (username, display_name, password_hash)
            VALUES (:username, :displayName, :hash)
            ON CONFLICT (username) DO UPDATE
               SET display_name = excluded.display_name, password_hash = excluded.password_hash
            RETURNING id
            """)
        .param("username", username)
        .param("displayName", displayName)
        .param("hash", passwordHash)
        .query(UUID.class)
        .single();
  }

  public String usernameOf(UUID userId) {
    return jdbc.sql("SELECT username FROM user_account WHERE id = ?")
        .param(userId)
        .query(String.class)
        .single();
  }

  /**
   * Makes a system administrator whose password must be changed at the first sign-in; does nothing
   * where there is one already.
   */
  public boolean saveFirstAdministrator(String username, String passwordHash) {
    return jdbc.sql(
                """
                INSERT INTO user_account (username, display_name, password_hash, system_role, must_change_password)
                SELECT :username, :username, :hash, 'system_admin', true
                 WHERE NOT EXISTS (SELECT FROM user_account WHERE system_role = 'system_admin')
                ON CONFLICT (username) DO NOTHING
                """)
            .param("username", username)
            .param("hash", passwordHash)
            .update()
        > 0;
  }

  public boolean hasAdministrator() {
    return jdbc.sql("SELECT EXISTS (SELECT FROM user_account WHERE system_role = 'system_admin')")
        .query(Boolean.class)
        .single();
  }

  public boolean exists(UUID userId) {
    return jdbc.sql("SELECT EXISTS (SELECT FROM user_account WHERE id = ?)")
        .param(userId)
        .query(Boolean.class)
        .single();
  }

  /** Whether the account's first password was set; one that was only invited has none. */
  public boolean hasPassword(UUID userId) {
    return jdbc.sql("SELECT password_hash <> '' FROM user_account WHERE id = ?")
        .param(userId)
        .query(Boolean.class)
        .single();
  }

  /** Sets a password that the person chose. */
  public void changePassword(UUID userId, String passwordHash) {
    jdbc.sql("UPDATE user_account SET password_hash = ?, must_change_password = false WHERE id = ?")
        .param(passwordHash)
        .param(userId)
        .update();
  }

  /** Locks an account out, or lets it in again; sessions of a disabled account end at once. */
  public boolean enable(UUID userId, boolean enabled) {
    return jdbc.sql("UPDATE user_account SET enabled = ? WHERE id = ?")
            .param(enabled)
            .param(userId)
            .update()
        > 0;
  }
}
