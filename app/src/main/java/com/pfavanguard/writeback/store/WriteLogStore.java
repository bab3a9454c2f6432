package com.pfavanguard.writeback.store;

import com.pfavanguard.writeback.domain.Outcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** One line of the sync log per attempt. */
@Repository
public class WriteLogStore {
  private final JdbcClient jdbc;

  WriteLogStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public void append(List<? extends Outcome> outcomes) {
    String rows =
        JsonMapper.shared().writeValueAsString(outcomes.stream().map(WriteLogStore::row).toList());
    jdbc.sql(
            """
            INSERT INTO pfa_sync_log
              (organization_id, direction, outcome, pfa_id, modification_id, attempt, message, detail)
            SELECT organization_id, 'write', outcome, pfa_id, modification_id, attempt, message, detail
              FROM jsonb_to_recordset(:rows::jsonb) AS r(organization_id text, outcome text, pfa_id text,
                   modification_id uuid, attempt int, message text, detail jsonb)
            """)
        .param("rows", rows)
        .update();
  }

  private static Map<String, @Nullable Object> row(Outcome outcome) {
    var claim = outcome.claim();
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("organization_id", claim.edit().key().organizationId());
    row.put("pfa_id", claim.edit().key().pfaId());
    row.put("modification_id", claim.edit().modificationId());
    row.put("attempt", claim.attempts() + 1);
    switch (outcome) {
      case Outcome.Synced o -> {
        row.put("outcome", "synced");
        row.put("message", message(o));
        row.put("detail", Map.of("version", o.after().recordid(), "merged", o.merged()));
      }
      case Outcome.Conflicted o -> {
        row.put("outcome", "conflict");
        row.put("message", "Somebody changed the same fields in PEMS.");
        row.put("detail", Map.of("fields", o.fields().stream().map(f -> f.apiName()).toList()));
      }
      case Outcome.Retried o -> {
        row.put("outcome", "retry");
        row.put("message", o.failure().message());
        row.put("detail", FailureJson.of(o.failure()));
      }
      case Outcome.Failed o -> {
        row.put("outcome", "failed");
        row.put("message", o.failure().message());
        row.put("detail", FailureJson.of(o.failure()));
      }
    }
    return row;
  }

  private static String message(Outcome.Synced synced) {
    if (synced.overtaken()) {
      return "Written to PEMS over a change made between our read and our write: this tenant does not"
          + " check the recordid, and what was changed from version %d to %d may be lost."
              .formatted(synced.before().recordid(), synced.after().recordid() - 1);
    }
    return synced.wrote() ? "Written to PEMS." : "PEMS held these values already.";
  }
}
