package com.pfavanguard.operations.backup;

import com.pfavanguard.operations.database.Snapshot;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * What must be true of the product's data at every moment; each counts its violations. The states
 * of edits follow the table "life of an edit" of the API contract.
 */
enum Invariant {
  ONE_WRITE_IN_FLIGHT_PER_RECORD(
      """
      SELECT count(*) FROM (SELECT FROM pfa_write_queue WHERE status = 'processing'
                             GROUP BY organization_id, pfa_id HAVING count(*) > 1) twice
      """),
  WAITING_ROWS_BELONG_TO_WAITING_EDITS(
      """
      SELECT count(*) FROM pfa_write_queue q JOIN pfa_modification m USING (modification_id)
       WHERE (q.status = 'pending' AND m.sync_status <> 'queued')
          OR (q.status = 'processing' AND m.sync_status <> 'syncing')
      """),
  WAITING_EDITS_HAVE_ONE_ROW(
      """
      SELECT count(*) FROM pfa_modification m
       WHERE m.sync_status IN ('queued', 'syncing')
         AND (SELECT count(*) FROM pfa_write_queue q
               WHERE q.modification_id = m.modification_id AND q.status IN ('pending', 'processing')) <> 1
      """),
  DRAFTS_ARE_NOT_QUEUED(
      """
      SELECT count(*) FROM pfa_modification m WHERE m.sync_status = 'draft'
         AND EXISTS (SELECT FROM pfa_write_queue q WHERE q.modification_id = m.modification_id)
      """),
  SETTLED_EDITS_HAVE_THEIR_ROW(
      """
      SELECT count(*) FROM pfa_modification m
       WHERE (m.sync_status IN ('synced', 'superseded', 'conflict') AND NOT EXISTS (
                SELECT FROM pfa_write_queue q
                 WHERE q.modification_id = m.modification_id AND q.status = 'completed'
                   AND q.outcome = m.sync_status))
          OR (m.sync_status = 'failed' AND NOT EXISTS (
                SELECT FROM pfa_write_queue q
                 WHERE q.modification_id = m.modification_id AND q.status = 'failed'))
      """),
  CONFLICTS_ARE_OPEN_WHERE_EDITS_WAIT_FOR_A_PERSON(
      """
      SELECT count(*) FROM pfa_modification m
       WHERE (m.sync_status IN ('conflict', 'awaiting_approval')) <> EXISTS (
                SELECT FROM pfa_sync_conflict c
                 WHERE c.modification_id = m.modification_id AND c.status = 'unresolved')
      """),
  RECORDS_HAVE_THEIR_ORGANIZATION(
      """
      SELECT count(*) FROM pfa_mirror m
       WHERE NOT EXISTS (SELECT FROM organization o WHERE o.id = m.organization_id)
      """);

  private final String violations;

  Invariant(String violations) {
    this.violations = violations;
  }

  /** One line for each that does not hold. */
  static List<String> violated(Snapshot snapshot) throws SQLException {
    List<String> lines = new ArrayList<>();
    for (Invariant invariant : values()) {
      long count = snapshot.count(invariant.violations);
      if (count > 0) {
        lines.add("%s: %d violations".formatted(invariant.text(), count));
      }
    }
    return lines;
  }

  private String text() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
  }
}
