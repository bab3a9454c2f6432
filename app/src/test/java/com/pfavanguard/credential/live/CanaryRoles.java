package com.pfavanguard.credential.live;

import com.pfavanguard.testing.TestDatabase;
import java.util.List;

/**
 * Sign-ins to the database with recognisable passwords. The tests' PostgreSQL asks for none, so the
 * role is changed to rotate, as Amazon's rotation does.
 */
final class CanaryRoles {
  private static final String PROCESS = "_" + ProcessHandle.current().pid();
  private static final String APP = "canary_app" + PROCESS;
  private static final String NEXT_APP = "canary_next_app" + PROCESS;
  private static final String WORKER = "canary_worker" + PROCESS;

  private final TestDatabase database;

  CanaryRoles(TestDatabase database) {
    this.database = database;
  }

  void create() {
    for (String role : List.of(APP, NEXT_APP, WORKER)) {
      String group = role.equals(WORKER) ? "vanguard_worker" : "vanguard_app";
      owner("CREATE ROLE " + role + " LOGIN IN ROLE " + group);
      owner("GRANT " + role + " TO vanguard_owner");
    }
  }

  String app(String password) {
    return address(APP, password);
  }

  String nextApp(String password) {
    return address(NEXT_APP, password);
  }

  String worker(String password) {
    return address(WORKER, password);
  }

  /** The first sign-in is refused from now on, and its connections are cut. */
  void closeApp() {
    owner("ALTER ROLE " + APP + " NOLOGIN");
    database
        .as("owner")
        .sql(
            "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE usename = '"
                + APP
                + "'")
        .query(Long.class)
        .single();
  }

  void drop() {
    for (String role : List.of(APP, NEXT_APP, WORKER)) {
      owner("DROP OWNED BY " + role);
      owner("DROP ROLE " + role);
    }
  }

  private String address(String role, String password) {
    return "postgresql://%s:%s@127.0.0.1:%d/%s"
        .formatted(role, password, database.port(), database.name());
  }

  private void owner(String sql) {
    database.as("owner").sql(sql).update();
  }
}
