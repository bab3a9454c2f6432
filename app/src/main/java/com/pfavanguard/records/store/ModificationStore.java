package com.pfavanguard.records.store;

import com.pfavanguard.identity.OrganizationAccess;
import com.pfavanguard.kernel.FieldJson;
import com.pfavanguard.kernel.PfaKey;
import com.pfavanguard.records.CommittedDraft;
import com.pfavanguard.records.ConfirmedEdit;
import com.pfavanguard.records.NewEdit;
import com.pfavanguard.records.QueuedEdit;
import com.pfavanguard.records.Rebased;
import com.pfavanguard.records.SyncStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The states of modifications after their commit. */
@Repository
public class ModificationStore {
  private final JdbcClient jdbc;

  ModificationStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public List<CommittedDraft> commit(
      Collection<UUID> draftIds, UUID jobId, @Nullable String reason) {
    return jdbc.sql(
            """
            UPDATE pfa_modification m
               SET sync_status = 'queued', payload = delta, commit_number = nextval('pfa_commit_number'),
                   job_id = :job, reason = coalesce(:reason, reason),
                   committed_at = clock_timestamp(), updated_at = clock_timestamp()
             WHERE modification_id = ANY (:ids) AND sync_status = 'draft'
            RETURNING modification_id, pfa_id, commit_number, reason, base, delta
            """)
        .param("job", jobId)
        .param("reason", reason)
        .param("ids", draftIds.toArray(UUID[]::new))
        .query(ModificationStore::committed)
        .list();
  }

  /** Queues edits that were no drafts; a draft of the same author and record stays as it is. */
  public List<CommittedDraft> insert(OrganizationAccess access, List<NewEdit> edits, UUID jobId) {
    return jdbc.sql(
            """
            INSERT INTO pfa_modification (organization_id, pfa_id, author_id, sync_status, base_version, base,
                   base_versions, delta, payload, commit_number, reason, job_id, committed_at)
            SELECT :org, r.pfa_id, :me, 'queued', r.base_version, r.base::jsonb,
                   (SELECT coalesce(jsonb_object_agg(field, r.base_version), '{}')
                      FROM jsonb_object_keys(r.delta::jsonb) field),
                   r.delta::jsonb, r.delta::jsonb, nextval('pfa_commit_number'), r.reason, :job, clock_timestamp()
              FROM unnest(:ids::text[], :versions::bigint[], :bases::text[], :deltas::text[], :reasons::text[])
                AS r(pfa_id, base_version, base, delta, reason)
             ORDER BY r.pfa_id
            RETURNING modification_id, pfa_id, commit_number, reason, base, delta
            """)
        .param("org", access.organizationId())
        .param("me", access.caller().userId())
        .param("job", jobId)
        .param("ids", edits.stream().map(NewEdit::pfaId).toArray(String[]::new))
        .param("versions", edits.stream().map(NewEdit::baseVersion).toArray(Long[]::new))
        .param("bases", edits.stream().map(e -> FieldJson.write(e.base())).toArray(String[]::new))
        .param(
            "deltas", edits.stream().map(e -> FieldJson.write(e.fields())).toArray(String[]::new))
        .param("reasons", edits.stream().map(NewEdit::reason).toArray(String[]::new))
        .query(ModificationStore::committed)
        .list();
  }

  private static CommittedDraft committed(ResultSet row, int number) throws SQLException {
    return new CommittedDraft(
        row.getObject("modification_id", UUID.class),
        row.getString("pfa_id"),
        row.getLong("commit_number"),
        row.getString("reason"),
        FieldJson.read(row.getString("base")),
        FieldJson.read(row.getString("delta")));
  }

  public void fold(Map<UUID, UUID> laterByEarlier) {
    List<Map.Entry<UUID, UUID>> pairs = List.copyOf(laterByEarlier.entrySet());
    UUID[] earlier = pairs.stream().map(Map.Entry::getKey).toArray(UUID[]::new);
    UUID[] later = pairs.stream().map(Map.Entry::getValue).toArray(UUID[]::new);
    jdbc.sql(
            """
            UPDATE pfa_modification l
               SET payload = e.payload || l.payload, base = l.base || e.base,
                   base_versions = l.base_versions || e.base_versions,
                   base_version = least(e.base_version, l.base_version), updated_at = clock_timestamp()
              FROM unnest(:earlier::uuid[], :later::uuid[]) AS p(earlier_id, later_id)
              JOIN pfa_modification e ON e.modification_id = p.earlier_id
             WHERE l.modification_id = p.later_id
            """)
        .param("earlier", earlier)
        .param("later", later)
        .update();
    jdbc.sql(
            """
            UPDATE pfa_modification e
               SET sync_status = 'superseded', superseded_by = p.later_id, updated_at = clock_timestamp()
              FROM unnest(:earlier::uuid[], :later::uuid[]) AS p(earlier_id, later_id)
             WHERE e.modification_id = p.earlier_id
            """)
        .param("earlier", earlier)
        .param("later", later)
        .update();
  }

  /**
   * What is to be written. The author knows what they wrote themselves since the base, so their own
   * earlier edits that have reached PEMS count as part of it: nobody conflicts with themselves.
   */
  public Map<UUID, QueuedEdit> findQueued(Collection<UUID> ids) {
    return jdbc
        .sql(
            """
            SELECT m.modification_id, m.organization_id, m.pfa_id, m.author_id, u.username, m.reason, m.payload,
                   greatest(m.base_version, own.version) AS base_version,
                   m.base || coalesce(own.written, '{}') AS base
              FROM pfa_modification m JOIN user_account u ON u.id = m.author_id
              LEFT JOIN LATERAL (
                SELECT jsonb_overlay(jsonb_build_object(p.field, p.value) ORDER BY e.commit_number) AS written,
                       max(e.synced_version) AS version
                  FROM pfa_modification e CROSS JOIN jsonb_each(e.payload) AS p(field, value)
                 WHERE e.organization_id = m.organization_id AND e.pfa_id = m.pfa_id AND e.author_id = m.author_id
                   AND e.sync_status = 'synced' AND e.commit_number < m.commit_number
                   AND e.synced_version > (m.base_versions ->> p.field)::bigint) own ON true
             WHERE m.modification_id = ANY (:ids)
            """)
        .param("ids", ids.toArray(UUID[]::new))
        .query(
            (row, number) ->
                new QueuedEdit(
                    row.getObject("modification_id", UUID.class),
                    new PfaKey(row.getString("organization_id"), row.getString("pfa_id")),
                    row.getObject("author_id", UUID.class),
                    row.getString("username"),
                    row.getString("reason"),
                    row.getLong("base_version"),
                    FieldJson.read(row.getString("base")),
                    FieldJson.read(row.getString("payload"))))
        .stream()
        .collect(Collectors.toMap(QueuedEdit::modificationId, edit -> edit));
  }

  public void move(Collection<UUID> ids, SyncStatus to) {
    jdbc.sql(
            """
            UPDATE pfa_modification SET sync_status = :status, updated_at = clock_timestamp()
             WHERE modification_id = ANY (:ids)
            """)
        .param("status", to.name())
        .param("ids", ids.toArray(UUID[]::new))
        .update();
  }

  /** Queues modifications again on a newer base, with what is to be written now. */
  public void rebase(List<Rebased> rebased) {
    jdbc.sql(
            """
            UPDATE pfa_modification m
               SET sync_status = 'queued', payload = r.payload::jsonb, base = r.base::jsonb, base_version = r.version,
                   base_versions = (SELECT jsonb_object_agg(field, r.version) FROM jsonb_object_keys(r.payload::jsonb) field),
                   updated_at = clock_timestamp()
              FROM unnest(:ids::uuid[], :versions::bigint[], :bases::text[], :payloads::text[])
                AS r(modification_id, version, base, payload)
             WHERE m.modification_id = r.modification_id
            """)
        .param("ids", rebased.stream().map(Rebased::modificationId).toArray(UUID[]::new))
        .param("versions", rebased.stream().map(Rebased::version).toArray(Long[]::new))
        .param("bases", rebased.stream().map(r -> FieldJson.write(r.base())).toArray(String[]::new))
        .param(
            "payloads",
            rebased.stream().map(r -> FieldJson.write(r.payload())).toArray(String[]::new))
        .update();
  }

  public void correct(Rebased corrected) {
    jdbc.sql(
            """
            UPDATE pfa_modification m
               SET payload = :payload::jsonb, base = :base::jsonb || base,
                   base_versions = (SELECT jsonb_object_agg(field, :version::bigint) FROM jsonb_object_keys(:payload::jsonb) field)
                                   || base_versions,
                   updated_at = clock_timestamp()
             WHERE m.modification_id = :id
            """)
        .param("id", corrected.modificationId())
        .param("version", corrected.version())
        .param("base", FieldJson.write(corrected.base()))
        .param("payload", FieldJson.write(corrected.payload()))
        .update();
  }

  public void discard(Collection<UUID> ids, UUID by, @Nullable String reason) {
    jdbc.sql(
            """
            UPDATE pfa_modification
               SET sync_status = 'discarded', discarded_by = :by, discard_reason = :reason,
                   discarded_at = clock_timestamp(), updated_at = clock_timestamp()
             WHERE modification_id = ANY (:ids)
            """)
        .param("by", by)
        .param("reason", reason)
        .param("ids", ids.toArray(UUID[]::new))
        .update();
  }

  public void confirm(List<ConfirmedEdit> confirmed) {
    jdbc.sql(
            """
            UPDATE pfa_modification m
               SET sync_status = 'synced', synced_version = c.version, overtook = c.overtook,
                   synced_at = clock_timestamp(), updated_at = clock_timestamp()
              FROM unnest(:ids::uuid[], :versions::bigint[], :overtook::bigint[]) AS c(modification_id, version, overtook)
             WHERE m.modification_id = c.modification_id
            """)
        .param("ids", confirmed.stream().map(ConfirmedEdit::modificationId).toArray(UUID[]::new))
        .param("versions", confirmed.stream().map(ConfirmedEdit::version).toArray(Long[]::new))
        .param("overtook", confirmed.stream().map(ConfirmedEdit::overtook).toArray(Long[]::new))
        .update();
  }
}
