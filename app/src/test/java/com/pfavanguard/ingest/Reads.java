package com.pfavanguard.ingest;

import static org.awaitility.Awaitility.await;

import com.pfavanguard.testing.ApiAnswer;
import com.pfavanguard.testing.ApiClient;
import java.time.Duration;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Reads through the API, and what they left in the tables. */
record Reads(ApiClient api, JdbcClient tables) {

  /** Reads all of RIO and answers with the ended run. */
  JsonNode full() {
    return ended(start("RIO", "full").body().path("syncId").asString());
  }

  JsonNode incremental() {
    return ended(start("RIO", "incremental").body().path("syncId").asString());
  }

  ApiAnswer start(String organization, String type) {
    return api.post("/api/pems/sync", Map.of("organizationId", organization, "syncType", type));
  }

  JsonNode ended(String syncId) {
    return await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> find(syncId), run -> !run.path("status").asString().equals("running"));
  }

  JsonNode find(String syncId) {
    return api.get("/api/pems/sync/" + syncId).body();
  }

  /** Changes whenever any value of any row of mirror or history does. */
  String checksum() {
    return tables
        .sql(
            """
            SELECT concat((SELECT md5(string_agg(m::text, '|' ORDER BY organization_id, pfa_id)) FROM pfa_mirror m),
                          (SELECT md5(string_agg(h::text, '|' ORDER BY history_id)) FROM pfa_mirror_history h))
            """)
        .query(String.class)
        .single();
  }

  long count(String from) {
    return tables.sql("SELECT count(*) FROM " + from).query(Long.class).single();
  }

  /** The id of the record at a place in key order. */
  String id(int place) {
    return tables
        .sql(
            "SELECT pfa_id FROM pfa_mirror WHERE organization_id = 'RIO' ORDER BY 1 OFFSET ? LIMIT 1")
        .param(place)
        .query(String.class)
        .single();
  }
}
