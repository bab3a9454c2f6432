package com.pfavanguard.conflict.store;

import com.pfavanguard.conflict.Conflict;
import com.pfavanguard.conflict.ConflictCursor;
import com.pfavanguard.kernel.PfaField;
import java.sql.Types;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds conflicts. Call inside a transaction of their organizations. */
@Repository
public class ConflictReadStore {
  private final JdbcClient jdbc;

  ConflictReadStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Up to {@code limit} conflicts, newest first. */
  public List<Conflict> findPage(
      Collection<String> organizations,
      @Nullable String status,
      @Nullable ConflictCursor after,
      int limit) {
    return jdbc.sql(
            ConflictRows.SELECT
                + """
                 WHERE c.organization_id = ANY (:organizations) AND (:status::text IS NULL OR c.status = :status)
                   AND (:at::timestamptz IS NULL OR (c.detected_at, c.conflict_id) < (:at, :id))
                 ORDER BY c.detected_at DESC, c.conflict_id DESC LIMIT :limit
                """)
        .param("organizations", organizations.toArray(String[]::new))
        .param("status", status)
        .param(
            "at",
            after == null ? null : after.detectedAt().atOffset(ZoneOffset.UTC),
            Types.TIMESTAMP_WITH_TIMEZONE)
        .param("id", after == null ? null : after.conflictId(), Types.OTHER)
        .param("limit", limit)
        .query(ConflictRows::read)
        .list();
  }

  public Optional<Conflict> find(Collection<String> organizations, UUID id) {
    return jdbc.sql(
            ConflictRows.SELECT
                + " WHERE c.conflict_id = :id AND c.organization_id = ANY (:organizations)")
        .param("id", id)
        .param("organizations", organizations.toArray(String[]::new))
        .query(ConflictRows::read)
        .optional();
  }

  /** The same; nobody else can resolve it until the transaction ends. */
  public Optional<Conflict> lock(Collection<String> organizations, UUID id) {
    jdbc.sql("SELECT 1 FROM pfa_sync_conflict WHERE conflict_id = ? FOR UPDATE")
        .param(id)
        .query(Integer.class)
        .optional();
    return find(organizations, id);
  }

  /** Unresolved ones, oldest first, that overlap in no field but these; locked. */
  public List<Conflict> lockCovered(String organizationId, Collection<PfaField> fields, int limit) {
    List<UUID> locked =
        jdbc.sql(
                """
                SELECT conflict_id FROM pfa_sync_conflict c
                 WHERE organization_id = :org AND status = 'unresolved' AND fields <@ :fields::text[]
                   AND NOT EXISTS (SELECT FROM pfa_resolution_proposal p
                                    WHERE p.conflict_id = c.conflict_id AND p.decided_at IS NULL)
                 ORDER BY detected_at, conflict_id LIMIT :limit FOR UPDATE
                """)
            .param("org", organizationId)
            .param("fields", fields.stream().map(PfaField::apiName).toArray(String[]::new))
            .param("limit", limit)
            .query(UUID.class)
            .list();
    // Read again now that they are ours: a proposal may have been made while we waited for the
    // lock.
    return jdbc.sql(
            ConflictRows.SELECT
                + """
                 WHERE c.conflict_id = ANY (:ids) AND c.status = 'unresolved' AND p.proposal_id IS NULL
                 ORDER BY c.detected_at, c.conflict_id
                """)
        .param("ids", locked.toArray(UUID[]::new))
        .query(ConflictRows::read)
        .list();
  }
}
