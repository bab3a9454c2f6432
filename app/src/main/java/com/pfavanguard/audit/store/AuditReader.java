package com.pfavanguard.audit.store;

import com.pfavanguard.audit.domain.AuditCursor;
import com.pfavanguard.audit.domain.AuditQuery;
import com.pfavanguard.audit.domain.StoredEntry;
import com.pfavanguard.kernel.FieldJson;
import com.pfavanguard.kernel.FieldValues;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads entries in the order of time. Call inside a transaction of the organization. */
@Repository
public class AuditReader {
  private static final String FIND =
      """
      SELECT entry_id, occurred_at, action, actor_kind, actor_id, actor_name, pfa_id, modification_id, job_id,
             reason, before, after, detail, request_id
        FROM audit_entry
       WHERE organization_id = :organization
         AND occurred_at >= coalesce(:from::timestamptz, '-infinity')
         AND occurred_at < coalesce(:to::timestamptz, 'infinity')
         AND (:pfaId::text IS NULL OR pfa_id = :pfaId)
         AND (:action::text IS NULL OR action = :action)
      """;

  private final JdbcClient jdbc;

  AuditReader(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Up to {@code limit} entries before the cursor, newest first. */
  public List<StoredEntry> findNewest(AuditQuery query, @Nullable AuditCursor before, int limit) {
    return find(
        FIND
            + """
               AND (:at::timestamptz IS NULL OR (occurred_at, entry_id) < (:at::timestamptz, :id))
             ORDER BY occurred_at DESC, entry_id DESC LIMIT :limit
            """,
        query,
        before,
        limit);
  }

  /** Up to {@code limit} entries after the cursor, oldest first. */
  public List<StoredEntry> findOldest(AuditQuery query, @Nullable AuditCursor after, int limit) {
    return find(
        FIND
            + """
               AND (:at::timestamptz IS NULL OR (occurred_at, entry_id) > (:at::timestamptz, :id))
             ORDER BY occurred_at, entry_id LIMIT :limit
            """,
        query,
        after,
        limit);
  }

  private List<StoredEntry> find(
      String sql, AuditQuery query, @Nullable AuditCursor cursor, int limit) {
    return jdbc.sql(sql)
        .param("organization", query.organizationId())
        .param("from", offset(query.from()))
        .param("to", offset(query.to()))
        .param("pfaId", query.pfaId())
        .param("action", query.action())
        .param("at", cursor == null ? null : offset(cursor.at()))
        .param("id", cursor == null ? 0 : cursor.entryId())
        .param("limit", limit)
        .query(AuditReader::entry)
        .list();
  }

  private static @Nullable OffsetDateTime offset(@Nullable Instant moment) {
    return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
  }

  private static StoredEntry entry(ResultSet row, int number) throws SQLException {
    return new StoredEntry(
        row.getLong("entry_id"),
        row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
        row.getString("action"),
        new StoredEntry.Actor(
            row.getString("actor_kind"), row.getString("actor_id"), row.getString("actor_name")),
        row.getString("pfa_id"),
        row.getObject("modification_id", UUID.class),
        row.getObject("job_id", UUID.class),
        row.getString("reason"),
        values(row.getString("before")),
        values(row.getString("after")),
        row.getString("detail"),
        row.getString("request_id"));
  }

  private static @Nullable FieldValues values(@Nullable String json) {
    return json == null ? null : FieldJson.read(json);
  }
}
