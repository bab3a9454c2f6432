package com.pfavanguard.writeback.worker;

import com.pfavanguard.writeback.domain.Claim;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The claims this worker holds. Thread-safe. */
final class InFlight {
  private final Map<Long, Claim> claims = new ConcurrentHashMap<>();

  void add(Claim claim) {
    claims.put(claim.queueId(), claim);
  }

  /** Forgets a claim, unless the same row was claimed again meanwhile. */
  void remove(Claim claim) {
    claims.remove(claim.queueId(), claim);
  }

  int size() {
    return claims.size();
  }

  int size(String connection) {
    return (int) claims.values().stream().filter(c -> c.connection().equals(connection)).count();
  }

  Collection<Claim> all() {
    return List.copyOf(claims.values());
  }
}
