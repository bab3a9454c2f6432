package com.pfavanguard.ops;

import com.pfavanguard.testing.TestDatabase;
import java.util.UUID;

/** Rows of the write queue, a minute old, put there past the product's own commands. */
final class WaitingEdits {
  private WaitingEdits() {}

  static void put(TestDatabase database, String organizationId, String status) {
    String pfaId = "PFA-" + UUID.randomUUID();
    var owner = database.as("owner");
    owner.sql("CREATE SEQUENCE IF NOT EXISTS test_number START 1000000").update();
    owner
        .sql(
            """
            INSERT INTO pfa_mirror (organization_id, pfa_id, version, content_hash)
            VALUES (?, ?, 1, gen_random_uuid())
            """)
        .params(organizationId, pfaId)
        .update();
    owner
        .sql(
            """
            WITH edit AS (
              INSERT INTO pfa_modification (organization_id, pfa_id, author_id, sync_status, base_version,
                base, base_versions, delta, payload, commit_number, committed_at)
              SELECT ?, ?, id, 'queued', 1, '{}', '{}', '{}', '{}', nextval('test_number'), now()
                FROM user_account LIMIT 1
              RETURNING *
            )
            INSERT INTO pfa_write_queue (id, organization_id, pfa_id, modification_id, author_id, job_id,
              status, created_at, lease_owner, leased_until, completed_at)
            SELECT commit_number, organization_id, pfa_id, modification_id, author_id, gen_random_uuid(),
              s.status, now() - interval '1 minute',
              CASE s.status WHEN 'processing' THEN 'w1' END,
              CASE s.status WHEN 'processing' THEN now() END,
              CASE s.status WHEN 'failed' THEN now() END
              FROM edit, (SELECT ?::text AS status) s
            """)
        .params(organizationId, pfaId, status)
        .update();
  }

  static void clear(TestDatabase database) {
    for (String table : new String[] {"pfa_write_queue", "pfa_modification", "pfa_mirror"}) {
      database.as("owner").sql("DELETE FROM " + table).update();
    }
  }
}
