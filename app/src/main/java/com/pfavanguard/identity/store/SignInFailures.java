package com.pfavanguard.identity.store;

import com.pfavanguard.kernel.Role;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Wrong passwords of an account in a row, on whichever server. From the fifth on the account is
 * locked, first for a minute and doubling to an hour: guessing becomes hopeless and the person
 * comes back in by waiting.
 */
@Component
@Role.Server
public class SignInFailures {
  private final JdbcClient jdbc;

  SignInFailures(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Counts one more; a quiet day starts again at one. */
  public void add(UUID userId) {
    jdbc.sql(
            """
            INSERT INTO sign_in_failure AS f (user_id, failures, last_failed_at) VALUES (?, 1, now())
            ON CONFLICT (user_id) DO UPDATE
               SET failures = CASE WHEN f.last_failed_at < now() - interval '1 day' THEN 1 ELSE f.failures + 1 END,
                   last_failed_at = now(),
                   locked_until = CASE
                     WHEN f.last_failed_at < now() - interval '1 day' OR f.failures < 4 THEN NULL
                     ELSE now() + least(interval '1 minute' * power(2, least(f.failures - 4, 10)), interval '1 hour')
                   END
            """)
        .param(userId)
        .update();
  }

  /** The right password, or a new one, clears the past. */
  public void clear(UUID userId) {
    jdbc.sql("DELETE FROM sign_in_failure WHERE user_id = ?").param(userId).update();
  }
}
