package com.pfavanguard.launcher.data;

/** The passwords of one data directory, each with its key in the secrets file. */
public enum Secret {
  DATABASE_SUPERUSER("postgres"),
  DATABASE_OWNER("vanguard_owner"),
  DATABASE_APP("vanguard_app"),
  DATABASE_WORKER("vanguard_worker"),
  DATABASE_OPERATOR("vanguard_operator"),
  PEMS("pems"),
  PLANNER("planner"),
  PLANNER_RIO("planner-rio"),
  VIEWER("viewer"),
  ADMIN("admin");

  private final String key;

  Secret(String key) {
    this.key = key;
  }

  String key() {
    return key;
  }
}
