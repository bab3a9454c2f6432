package com.pfavanguard.writeback.resolve;

import com.pfavanguard.conflict.Conflict;
import com.pfavanguard.kernel.FieldJson;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The queue as a resolution meets it. */
@Repository
class WaitingStore {
  private final JdbcClient jdbc;

  WaitingStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** One edit at most waits unbegun of an author on a record. */
  record Key(String pfaId, UUID authorId) {}

  static Key key(Conflict conflict) {
    return new Key(conflict.key().pfaId(), conflict.ours().authorId());
  }

  /**
   * The waiting edits of the conflicts' authors on their records; no worker begins them meanwhile.
   */
  Map<Key, WaitingEdit> lock(String organizationId, List<Conflict> conflicts) {
    Map<Key, WaitingEdit> found = new HashMap<>();
    jdbc.sql(
            """
            SELECT q.pfa_id, q.author_id, q.modification_id, m.payload
              FROM pfa_write_queue q JOIN pfa_modification m ON m.modification_id = q.modification_id
             WHERE q.organization_id = :org AND q.status = 'pending' AND q.started_at IS NULL
               AND (q.pfa_id, q.author_id) IN (SELECT * FROM unnest(:ids::text[], :authors::uuid[]))
             ORDER BY q.id FOR UPDATE OF q
            """)
        .param("org", organizationId)
        .param("ids", conflicts.stream().map(c -> c.key().pfaId()).toArray(String[]::new))
        .param("authors", conflicts.stream().map(c -> c.ours().authorId()).toArray(UUID[]::new))
        .query(
            row -> {
              WaitingEdit edit =
                  new WaitingEdit(
                      row.getString("pfa_id"),
                      row.getObject("author_id", UUID.class),
                      row.getObject("modification_id", UUID.class),
                      FieldJson.read(row.getString("payload")));
              found.put(new Key(edit.pfaId(), edit.authorId()), edit);
            });
    return found;
  }

  /** A new queue row for each modification, behind everything that waits already. */
  void requeue(UUID jobId, List<UUID> modificationIds) {
    jdbc.sql(
            """
            INSERT INTO pfa_write_queue (id, organization_id, pfa_id, modification_id, author_id, job_id)
            SELECT nextval('pfa_commit_number'), m.organization_id, m.pfa_id, m.modification_id, m.author_id, :job
              FROM unnest(:ids::uuid[]) WITH ORDINALITY AS i(id, position)
              JOIN pfa_modification m ON m.modification_id = i.id
             ORDER BY i.position
            """)
        .param("job", jobId)
        .param("ids", modificationIds.toArray(UUID[]::new))
        .update();
  }

  /** The rows that ended in a conflict end as discarded now. */
  void discard(List<UUID> modificationIds) {
    jdbc.sql(
            """
            UPDATE pfa_write_queue SET outcome = 'discarded'
             WHERE modification_id = ANY (:ids) AND status = 'completed' AND outcome = 'conflict'
            """)
        .param("ids", modificationIds.toArray(UUID[]::new))
        .update();
  }
}
