package com.pfavanguard.ops.store;

import com.pfavanguard.identity.OrganizationAccess;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The sync log, newest first. Call inside a transaction of the organization. */
@Repository
public class SyncLogStore {
  private final JdbcClient jdbc;

  SyncLogStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * One thing that was tried.
   *
   * @param direction {@code read} or {@code write}
   * @param attempt 1 for the first; null for reads
   */
  public record Line(
      long logId,
      Instant at,
      String direction,
      String outcome,
      @Nullable String pfaId,
      @Nullable UUID modificationId,
      @Nullable UUID syncId,
      @Nullable Integer attempt,
      String message) {}

  /** Up to {@code limit} lines older than {@code before}. */
  public List<Line> find(
      OrganizationAccess access, @Nullable String pfaId, long before, int limit) {
    return jdbc.sql(
            """
            SELECT log_id, logged_at, direction, outcome, pfa_id, modification_id, sync_id, attempt, message
              FROM pfa_sync_log
             WHERE organization_id = :organization AND log_id < :before
               AND (:pfaId::text IS NULL OR pfa_id = :pfaId)
             ORDER BY log_id DESC LIMIT :limit
            """)
        .param("organization", access.organizationId())
        .param("before", before)
        .param("pfaId", pfaId)
        .param("limit", limit)
        .query(
            (row, number) ->
                new Line(
                    row.getLong("log_id"),
                    row.getObject("logged_at", OffsetDateTime.class).toInstant(),
                    row.getString("direction"),
                    row.getString("outcome"),
                    row.getString("pfa_id"),
                    row.getObject("modification_id", UUID.class),
                    row.getObject("sync_id", UUID.class),
                    row.getObject("attempt", Integer.class),
                    message(row, access)))
        .list();
  }

  /** Of a write that failed it is what PEMS said. */
  private static String message(ResultSet row, OrganizationAccess access) throws SQLException {
    String message = row.getString("message");
    return row.getString("direction").equals("write") ? access.wordsOfPems(message) : message;
  }
}
