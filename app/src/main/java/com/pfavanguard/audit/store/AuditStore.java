package com.pfavanguard.audit.store;

import com.pfavanguard.audit.AuditActor;
import com.pfavanguard.audit.AuditEntry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Appends entries, many per statement. */
@Repository
public class AuditStore {
  private final JdbcClient jdbc;

  AuditStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public void append(List<AuditEntry> entries) {
    jdbc.sql(
            """
            INSERT INTO audit_entry (organization_id, action, actor_kind, actor_id, actor_name, pfa_id,
                   modification_id, job_id, reason, before, after, detail, request_id)
            SELECT organization_id, action, actor_kind, actor_id, actor_name, pfa_id,
                   modification_id, job_id, reason, before, after, detail, :requestId
              FROM ROWS FROM (jsonb_to_recordset(:rows::jsonb) AS (organization_id text, action text,
                     actor_kind text, actor_id text, actor_name text, pfa_id text, modification_id uuid,
                     job_id uuid, reason text, before jsonb, after jsonb, detail jsonb))
                   WITH ORDINALITY
             ORDER BY ordinality
            """)
        .param(
            "rows",
            JsonMapper.shared().writeValueAsString(entries.stream().map(AuditStore::row).toList()))
        .param("requestId", MDC.get("requestId"))
        .update();
  }

  private static Map<String, @Nullable Object> row(AuditEntry entry) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("organization_id", entry.subject().organizationId());
    row.put("action", entry.action().apiName());
    putActor(row, entry.actor());
    row.put("pfa_id", entry.subject().pfaId());
    row.put("modification_id", entry.subject().modificationId());
    row.put("job_id", entry.subject().jobId());
    row.put("reason", entry.reason());
    AuditEntry.Change change = entry.change();
    if (change != null) {
      row.put("before", change.before().toTexts());
      row.put("after", change.after().toTexts());
    }
    row.put("detail", entry.detail());
    return row;
  }

  private static void putActor(Map<String, @Nullable Object> row, AuditActor actor) {
    switch (actor) {
      case AuditActor.User(var id, var username) -> putActor(row, "user", id.toString(), username);
      case AuditActor.Worker(var id) -> putActor(row, "worker", id, id);
      case AuditActor.Automation(var part) -> putActor(row, "system", part, part);
    }
  }

  private static void putActor(
      Map<String, @Nullable Object> row, String kind, String id, String name) {
    row.put("actor_kind", kind);
    row.put("actor_id", id);
    row.put("actor_name", name);
  }
}
