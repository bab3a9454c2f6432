package com.pfavanguard.conflict.store;

import com.pfavanguard.conflict.Conflict;
import com.pfavanguard.conflict.Resolved;
import com.pfavanguard.kernel.FieldJson;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Ends conflicts and keeps proposals, many per statement. */
@Repository
public class ResolutionStore {
  private final JdbcClient jdbc;

  ResolutionStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Marks conflicts as resolved by a person.
   *
   * @return how many were still unresolved
   */
  public int close(List<Resolved> resolved, UUID by, @Nullable String reason) {
    return jdbc.sql(
            """
            UPDATE pfa_sync_conflict c
               SET status = 'resolved_manual', resolved_at = clock_timestamp(), resolved_by = :by,
                   resolution = r.resolution, resolved_version = r.version, resolution_reason = :reason
              FROM unnest(:ids::uuid[], :resolutions::text[], :versions::bigint[])
                AS r(conflict_id, resolution, version)
             WHERE c.conflict_id = r.conflict_id AND c.status = 'unresolved'
            """)
        .param("by", by)
        .param("reason", reason)
        .param("ids", resolved.stream().map(Resolved::conflictId).toArray(UUID[]::new))
        .param(
            "resolutions", resolved.stream().map(r -> r.resolution().name()).toArray(String[]::new))
        .param("versions", resolved.stream().map(Resolved::version).toArray(Long[]::new))
        .update();
  }

  public void propose(List<Resolved> proposed, UUID by, @Nullable String reason) {
    jdbc.sql(
            """
            INSERT INTO pfa_resolution_proposal
              (organization_id, conflict_id, resolution, payload, shown_version, cost_impact, reason, proposed_by)
            SELECT c.organization_id, r.conflict_id, r.resolution, r.payload::jsonb, r.version, r.impact, :reason, :by
              FROM unnest(:ids::uuid[], :resolutions::text[], :payloads::text[], :versions::bigint[], :impacts::numeric[])
                AS r(conflict_id, resolution, payload, version, impact)
              JOIN pfa_sync_conflict c ON c.conflict_id = r.conflict_id
            """)
        .param("by", by)
        .param("reason", reason)
        .param("ids", proposed.stream().map(Resolved::conflictId).toArray(UUID[]::new))
        .param(
            "resolutions", proposed.stream().map(r -> r.resolution().name()).toArray(String[]::new))
        .param(
            "payloads",
            proposed.stream().map(r -> FieldJson.write(r.payload())).toArray(String[]::new))
        .param("versions", proposed.stream().map(Resolved::version).toArray(Long[]::new))
        .param("impacts", proposed.stream().map(Resolved::costImpact).toArray(BigDecimal[]::new))
        .update();
  }

  public void decide(
      Conflict.Proposal proposal, String decision, UUID by, @Nullable String reason) {
    jdbc.sql(
            """
            UPDATE pfa_resolution_proposal
               SET decision = :decision, decided_by = :by, decided_at = clock_timestamp(), decision_reason = :reason
             WHERE proposal_id = :id AND decided_at IS NULL
            """)
        .param("decision", decision)
        .param("by", by)
        .param("reason", reason)
        .param("id", proposal.id())
        .update();
  }
}
