package com.pfavanguard.records.store;

import com.pfavanguard.identity.OrganizationAccess;
import com.pfavanguard.kernel.FieldJson;
import com.pfavanguard.kernel.FieldValues;
import com.pfavanguard.kernel.PfaField;
import com.pfavanguard.records.domain.Draft;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Drafts, each private to its author. */
@Repository
public class DraftStore {
  private static final RowMapper<Draft> DRAFT =
      (row, number) ->
          new Draft(
              row.getObject("modification_id", UUID.class),
              row.getString("pfa_id"),
              row.getLong("base_version"),
              FieldJson.read(row.getString("delta")));

  private static final String FIND_VERSIONS =
      """
      WITH wanted AS (SELECT * FROM unnest(:ids::text[], :versions::bigint[]) AS w(pfa_id, version))
      SELECT DISTINCT ON (w.pfa_id) w.pfa_id, h.%s
        FROM wanted w JOIN pfa_mirror_history h
          ON h.organization_id = :org AND h.pfa_id = w.pfa_id AND h.version = w.version
      UNION ALL
      SELECT w.pfa_id, m.%s
        FROM wanted w JOIN pfa_mirror m
          ON m.organization_id = :org AND m.pfa_id = w.pfa_id AND m.version = w.version
      """
          .formatted(columns("h"), columns("m"));

  private final JdbcClient jdbc;

  DraftStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A draft to save: the edit with the base it was made on. */
  public record Row(
      String pfaId,
      long baseVersion,
      FieldValues base,
      FieldValues delta,
      @Nullable String reason) {}

  /**
   * Saves all rows in one statement. On a record that already has a draft of this author the edit
   * is laid over it; the base of fields that were already edited stays the older one.
   */
  public List<Draft> save(OrganizationAccess access, List<Row> rows) {
    return jdbc.sql(
            """
            INSERT INTO pfa_modification AS m
              (organization_id, pfa_id, author_id, sync_status, base_version, base, base_versions, delta, reason)
            SELECT :org, r.pfa_id, :me, 'draft', r.base_version, r.base::jsonb,
                   (SELECT coalesce(jsonb_object_agg(field, r.base_version), '{}') FROM jsonb_object_keys(r.delta::jsonb) field),
                   r.delta::jsonb, r.reason
              FROM unnest(:ids::text[], :versions::bigint[], :bases::text[], :deltas::text[], :reasons::text[])
                AS r(pfa_id, base_version, base, delta, reason)
             ORDER BY r.pfa_id
            ON CONFLICT (organization_id, pfa_id, author_id) WHERE sync_status = 'draft'
            DO UPDATE SET base = excluded.base || m.base,
                          base_versions = excluded.base_versions || m.base_versions,
                          delta = m.delta || excluded.delta,
                          reason = coalesce(excluded.reason, m.reason),
                          updated_at = clock_timestamp()
            RETURNING modification_id, pfa_id, base_version, delta
            """)
        .param("org", access.organizationId())
        .param("me", access.caller().userId())
        .param("ids", rows.stream().map(Row::pfaId).toArray(String[]::new))
        .param("versions", rows.stream().map(Row::baseVersion).toArray(Long[]::new))
        .param("bases", rows.stream().map(r -> FieldJson.write(r.base())).toArray(String[]::new))
        .param("deltas", rows.stream().map(r -> FieldJson.write(r.delta())).toArray(String[]::new))
        .param("reasons", rows.stream().map(Row::reason).toArray(String[]::new))
        .query(DRAFT)
        .list();
  }

  /**
   * The caller's drafts in record order, locked until the end of the transaction.
   *
   * @param ids which; null for all of the organization
   */
  public List<Draft> lock(OrganizationAccess access, @Nullable Collection<UUID> ids) {
    return jdbc.sql(
            """
            SELECT modification_id, pfa_id, base_version, delta FROM pfa_modification
             WHERE organization_id = :org AND author_id = :me AND sync_status = 'draft'
               AND (:all OR modification_id = ANY (:ids))
             ORDER BY pfa_id FOR UPDATE
            """)
        .param("org", access.organizationId())
        .param("me", access.caller().userId())
        .param("all", ids == null)
        .param("ids", ids == null ? new UUID[0] : ids.toArray(UUID[]::new))
        .query(DRAFT)
        .list();
  }

  public void discard(OrganizationAccess access, Collection<UUID> ids) {
    jdbc.sql(
            """
            UPDATE pfa_modification SET sync_status = 'discarded', updated_at = clock_timestamp()
             WHERE organization_id = :org AND author_id = :me AND sync_status = 'draft'
               AND modification_id = ANY (:ids)
            """)
        .param("org", access.organizationId())
        .param("me", access.caller().userId())
        .param("ids", ids.toArray(UUID[]::new))
        .update();
  }

  /**
   * The values of records at the wanted versions, from mirror or history; unknown versions are
   * missing.
   */
  public Map<String, FieldValues> findVersions(String organizationId, Map<String, Long> versions) {
    List<Map.Entry<String, Long>> wanted = List.copyOf(versions.entrySet());
    Map<String, FieldValues> found = new HashMap<>();
    jdbc.sql(FIND_VERSIONS)
        .param("org", organizationId)
        .param("ids", wanted.stream().map(Map.Entry::getKey).toArray(String[]::new))
        .param("versions", wanted.stream().map(Map.Entry::getValue).toArray(Long[]::new))
        .query(
            row -> {
              found.put(row.getString("pfa_id"), SqlValues.read(row));
            });
    return found;
  }

  private static String columns(String alias) {
    return PfaField.ALL.stream()
        .map(PfaField::column)
        .collect(Collectors.joining(", " + alias + "."));
  }
}
