package com.pfavanguard.conflict.store;

import com.pfavanguard.conflict.DetectedConflict;
import com.pfavanguard.kernel.FieldValues;
import com.pfavanguard.kernel.PfaField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Conflicts as rows, many per statement. */
@Repository
public class ConflictStore {
  private final JdbcClient jdbc;

  ConflictStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public void insert(List<DetectedConflict> conflicts, String status) {
    if (conflicts.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            INSERT INTO pfa_sync_conflict
              (organization_id, pfa_id, modification_id, status, fields, base, ours, pems, base_version,
               pems_version, pems_changed_by, pems_changed_at, resolved_at, resolution)
            SELECT r.organization_id, r.pfa_id, r.modification_id, :status, r.fields, r.base, r.ours, r.pems,
                   r.base_version, r.pems_version, r.pems_changed_by, r.pems_changed_at,
                   CASE WHEN :status = 'resolved_auto' THEN clock_timestamp() END,
                   CASE WHEN :status = 'resolved_auto' THEN 'merge' END
              FROM jsonb_to_recordset(:rows::jsonb) AS r(organization_id text, pfa_id text, modification_id uuid,
                   fields text[], base jsonb, ours jsonb, pems jsonb, base_version bigint, pems_version bigint,
                   pems_changed_by text, pems_changed_at timestamptz)
            """)
        .param("status", status)
        .param(
            "rows",
            JsonMapper.shared()
                .writeValueAsString(conflicts.stream().map(ConflictStore::row).toList()))
        .update();
  }

  public long countUnresolved(String organizationId) {
    return jdbc.sql(
            """
            SELECT count(*) FROM pfa_sync_conflict
             WHERE organization_id = ? AND status = 'unresolved'
            """)
        .param(organizationId)
        .query(Long.class)
        .single();
  }

  /**
   * Over all organizations.
   *
   * @param oldestAgeSeconds 0 when none waits
   */
  public record Health(long unresolved, double oldestAgeSeconds) {}

  public Health health() {
    return jdbc.sql("SELECT unresolved, oldest_age_seconds FROM conflict_health()")
        .query(Health.class)
        .single();
  }

  private static Map<String, @Nullable Object> row(DetectedConflict conflict) {
    FieldValues pems = conflict.pems();
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("organization_id", conflict.key().organizationId());
    row.put("pfa_id", conflict.key().pfaId());
    row.put("modification_id", conflict.modificationId());
    row.put("fields", conflict.fields().stream().map(PfaField::apiName).toList());
    row.put("base", conflict.base().toTexts());
    row.put("ours", conflict.ours().toTexts());
    row.put("pems", pems.toTexts());
    row.put("base_version", conflict.baseVersion());
    row.put("pems_version", conflict.pemsVersion());
    row.put("pems_changed_by", text(pems, PfaField.LAST_CHANGED_BY));
    row.put("pems_changed_at", text(pems, PfaField.LAST_CHANGED_AT));
    return row;
  }

  private static @Nullable String text(FieldValues values, PfaField field) {
    return values.toTexts().get(field.apiName());
  }
}
