package com.pfavanguard.writeback.worker;

import com.pfavanguard.kernel.Role;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * What a worker does beside writing: shows that it lives, renews its leases, frees those of the
 * dead.
 */
@Component
@Role.Worker
class Housekeeping {
  private final JdbcClient jdbc;
  private final ClaimDesk claims;
  private final WriteWorker worker;
  private final WorkerIdentity identity;
  private final String version;

  Housekeeping(
      JdbcClient jdbc,
      ClaimDesk claims,
      WriteWorker worker,
      WorkerIdentity identity,
      ObjectProvider<BuildProperties> build) {
    this.jdbc = jdbc;
    this.claims = claims;
    this.worker = worker;
    this.identity = identity;
    BuildProperties properties = build.getIfAvailable();
    String built = properties == null ? null : properties.getVersion();
    this.version = built == null ? "unknown" : built;
  }

  @Scheduled(fixedDelayString = "${vanguard.worker.housekeeping-interval}")
  void tick() {
    beat();
    claims.renew(worker.inFlight().all());
    claims.reclaimExpired();
  }

  private void beat() {
    jdbc.sql(
            """
            INSERT INTO worker_heartbeat (worker_id, version) VALUES (:id, :version)
            ON CONFLICT (worker_id) DO UPDATE SET beat_at = clock_timestamp(), version = excluded.version
            """)
        .param("id", identity.id())
        .param("version", version)
        .update();
    jdbc.sql("DELETE FROM worker_heartbeat WHERE beat_at < clock_timestamp() - interval '1 hour'")
        .update();
  }
}
