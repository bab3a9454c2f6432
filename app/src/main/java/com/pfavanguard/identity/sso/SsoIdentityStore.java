package com.pfavanguard.identity.sso;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which account belongs to which subject of the provider. */
final class SsoIdentityStore {
  record Account(UUID id, boolean enabled) {}

  private final JdbcClient jdbc;

  SsoIdentityStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Account> find(String issuer, String subject) {
    return jdbc.sql(
            """
            SELECT u.id, u.enabled FROM sso_identity s JOIN user_account u ON u.id = s.user_id
             WHERE s.issuer = ? AND s.subject = ?
            """)
        .param(issuer)
        .param(subject)
        .query(Account.class)
        .optional();
  }

  Optional<Account> findByUsername(String username) {
    return jdbc.sql("SELECT id, enabled FROM user_account WHERE username = ?")
        .param(username)
        .query(Account.class)
        .optional();
  }

  /** An account without password and without access to anything. */
  Account create(String username, String displayName) {
    return jdbc.sql(
            """
            INSERT INTO user_account (username, display_name, password_hash) VALUES (?, ?, '')
            RETURNING id, enabled
            """)
        .param(username)
        .param(displayName)
        .query(Account.class)
        .single();
  }

  /**
   * Binds an account to a subject; an invitation that still waits is used up, for its link would be
   * a second way in.
   *
   * @return false when the account is another subject's already
   */
  boolean bind(String issuer, String subject, UUID userId) {
    boolean bound =
        jdbc.sql(
                    """
                    INSERT INTO sso_identity (issuer, subject, user_id) VALUES (?, ?, ?)
                    ON CONFLICT DO NOTHING
                    """)
                .param(issuer)
                .param(subject)
                .param(userId)
                .update()
            > 0;
    if (bound) {
      jdbc.sql("UPDATE invitation SET used_at = now() WHERE user_id = ? AND used_at IS NULL")
          .param(userId)
          .update();
    }
    return bound;
  }
}
