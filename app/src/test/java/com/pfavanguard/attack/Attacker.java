package com.pfavanguard.attack;

import com.pfavanguard.testing.ApiClient;
import com.pfavanguard.testing.TestDatabase;

/**
 * Somebody with every permission there is, so that nothing but the checks of the input itself is in
 * the way of an attack. The password is the demonstration's.
 */
final class Attacker {
  private Attacker() {}

  /**
   * @param name one for each test: the rate limit is by user
   */
  static ApiClient of(ApiClient api, TestDatabase database, String name) {
    database
        .as("owner")
        .sql(
            """
            INSERT INTO user_account (username, display_name, password_hash, system_role)
            SELECT ?, 'Mallory', password_hash, 'system_admin' FROM user_account WHERE username = 'planner'
            ON CONFLICT DO NOTHING
            """)
        .param(name)
        .update();
    return api.as(name);
  }

  /** Others count the users. */
  static void leave(TestDatabase database, String name) {
    String user = " IN (SELECT id FROM user_account WHERE username = ?)";
    database.as("owner").sql("DELETE FROM user_session WHERE user_id" + user).param(name).update();
    database.as("owner").sql("DELETE FROM user_account WHERE username = ?").param(name).update();
  }
}
