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
  /** What signing in needs to know of an account. */
  public record Credentials(UUID id, String passwordHash, boolean enabled) {}

  private final JdbcClient jdbc;

  AccountStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param username in lower case
   */
  public Optional<Credentials> find(String username) {
    return jdbc.sql("SELECT id, password_hash, enabled FROM user_account WHERE username = ?")
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
}
