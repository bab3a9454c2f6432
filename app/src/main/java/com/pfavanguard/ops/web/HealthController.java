package com.pfavanguard.ops.web;

import com.pfavanguard.kernel.Role;
import com.pfavanguard.kernel.database.DedicatedConnections;
import com.pfavanguard.kernel.redis.SharedRedis;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Health for load balancers and people; open to all, so it tells states and counts only. */
@RestController
@Role.Server
@RequestMapping("/health")
class HealthController {
  private static final String HEALTHY = "healthy";
  private static final String UNHEALTHY = "unhealthy";

  record Health(String status, String version, Instant timestamp, Map<String, String> components) {}

  /**
   * @param connections open connections to this database, by anybody; null when it is unreachable
   */
  record DatabaseHealth(String status, @Nullable Integer connections) {}

  record WriteSyncHealth(
      String status,
      WriteSyncState.@Nullable WorkerState worker,
      WriteSyncState.@Nullable QueueState queue) {}

  private final Build build;
  private final SharedRedis redis;
  private final Probe<Integer> database;
  private final Probe<WriteSyncState> writeSync;

  HealthController(Build build, DedicatedConnections connections, SharedRedis redis) {
    this.redis = redis;
    this.build = build;
    this.database =
        new Probe<>(
            connections,
            "SELECT numbackends FROM pg_stat_database WHERE datname = current_database()",
            row -> row.getInt(1));
    this.writeSync = new Probe<>(connections, WriteSyncState.SQL, WriteSyncState::read);
  }

  @GetMapping
  ResponseEntity<Health> health() {
    boolean healthy = database.ask().isPresent();
    return answer(
        healthy, new Health(status(healthy), build.version(), Instant.now(), components(healthy)));
  }

  /** Without Redis everything works, less shared: that is told, and no reason to be unhealthy. */
  private Map<String, String> components(boolean databaseHealthy) {
    Map<String, String> components = new TreeMap<>(Map.of("database", status(databaseHealthy)));
    if (redis.configured()) {
      components.put("redis", redis.reachable() ? HEALTHY : "degraded");
    }
    return components;
  }

  @GetMapping("/db")
  ResponseEntity<DatabaseHealth> database() {
    Optional<Integer> connections = database.ask();
    boolean healthy = connections.isPresent();
    return answer(healthy, new DatabaseHealth(status(healthy), connections.orElse(null)));
  }

  @GetMapping("/write-sync")
  ResponseEntity<WriteSyncHealth> writeSync() {
    Optional<WriteSyncState> state = writeSync.ask();
    boolean healthy = state.filter(WriteSyncState::healthy).isPresent();
    return answer(
        healthy,
        new WriteSyncHealth(
            status(healthy),
            state.map(WriteSyncState::worker).orElse(null),
            state.map(WriteSyncState::queue).orElse(null)));
  }

  private static String status(boolean healthy) {
    return healthy ? HEALTHY : UNHEALTHY;
  }

  private static <T> ResponseEntity<T> answer(boolean healthy, T body) {
    return ResponseEntity.status(healthy ? 200 : 503)
        .cacheControl(CacheControl.noStore())
        .body(body);
  }
}
