package com.pfavanguard.launcher.up;

import com.pfavanguard.launcher.data.Secret;
import java.util.List;

/** The logins of the demo; in a real deployment none of them exists. */
enum DemoUser {
  PLANNER("planner", "Paula Planner", "planner", Secret.PLANNER),
  PLANNER_RIO("planner-rio", "Rita Rio", "planner", Secret.PLANNER_RIO),
  VIEWER("viewer", "Victor Viewer", "viewer", Secret.VIEWER),
  ADMIN("admin", "Ada Admin", "admin", Secret.ADMIN);

  private final String username;
  private final String displayName;
  private final String role;
  private final Secret secret;

  DemoUser(String username, String displayName, String role, Secret secret) {
    this.username = username;
    this.displayName = displayName;
    this.role = role;
    this.secret = secret;
  }

  String username() {
    return username;
  }

  String displayName() {
    return displayName;
  }

  String role() {
    return role;
  }

  Secret secret() {
    return secret;
  }

  List<String> organizations() {
    return this == PLANNER_RIO ? List.of("RIO") : List.of("RIO", "PORTARTHUR", "HOLNG");
  }

  String about() {
    return switch (this) {
      case PLANNER -> "edits and syncs all three organizations";
      case PLANNER_RIO -> "edits and syncs RIO alone";
      case VIEWER -> "reads, without money";
      case ADMIN -> "administers";
    };
  }
}
