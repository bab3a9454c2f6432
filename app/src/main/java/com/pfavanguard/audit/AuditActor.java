package com.pfavanguard.audit;

import com.pfavanguard.identity.Caller;
import java.util.UUID;

/** Who did it. Operators at the database are the fourth kind; the database names those itself. */
public sealed interface AuditActor {

  record User(UUID id, String username) implements AuditActor {}

  /**
   * @param id as in leases and heartbeats
   */
  record Worker(String id) implements AuditActor {}

  /**
   * @param part of this product that acted by itself, such as {@code schedule}
   */
  record Automation(String part) implements AuditActor {}

  static AuditActor of(Caller caller) {
    return new User(caller.userId(), caller.username());
  }
}
