package com.pfavanguard.attack;

import java.util.List;

/** Texts that have broken other products. */
final class Payloads {
  static final List<String> SQL =
      List.of(
          "'",
          "\\'; DROP TABLE pfa_mirror; --",
          "'; UPDATE user_account SET system_role = 'system_admin'; --",
          "' OR '1'='1",
          "1); DELETE FROM membership; --",
          "' UNION SELECT password_hash FROM user_account --",
          "$$; TRUNCATE feature_flags; $$",
          "RIO,HOLNG",
          ":organization ? {0} %s",
          "{\"$ne\":null}");

  static final List<String> OTHERS =
      List.of(
          "\u0000",
          "RIO\u0000",
          "../../../../etc/passwd",
          "<script>alert(1)</script>",
          "${jndi:ldap://127.0.0.1/x}",
          "#{T(java.lang.Runtime).getRuntime()}",
          "http://169.254.169.254/latest/meta-data/",
          "a\r\nX-Injected: yes\r\n\r\nb",
          "\u001b[2J\u202e",
          "-0x1",
          "99999999999999999999999999",
          "NaN",
          "x".repeat(5_000));

  private Payloads() {}
}
