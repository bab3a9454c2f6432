package com.pfavanguard;

import com.pfavanguard.testing.TestDatabase;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One organization with the same recognisable amount wherever the product keeps one: the mirror,
 * its history, edits, a conflict with a proposal, a dead letter, the sync log, a comparison and the
 * audit, and in the words of PEMS.
 */
final class MoneyEverywhere {
  /** The digits that nobody without ViewFinancials may ever see. */
  static final String CANARY = "73100042";

  static final String RECORD = "A-1";
  private static final String AMOUNT = CANARY + ".17";
  private static final String SAID =
      "{\"code\":\"rejected\",\"message\":\"Price %s is above 1\",\"request\":{\"action\":\"UPDATE\",\"recordid\":1,\"sentAt\":\"2026-01-01T00:00:00Z\",\"fields\":%s}}";

  private final JdbcClient owner;
  private final String organization;
  private final UUID conflict = UUID.randomUUID();
  private final UUID comparison = UUID.randomUUID();
  private final UUID read = UUID.randomUUID();
  private final UUID job = UUID.randomUUID();
  private final UUID failed = UUID.randomUUID();
  private final long letter;

  MoneyEverywhere(TestDatabase database, String organization, long letter) {
    this.owner = database.as("owner");
    this.organization = organization;
    this.letter = letter;
    records();
    edits();
    comparison();
    run(
        """
        INSERT INTO audit_entry (organization_id, action, actor_kind, actor_id, actor_name, pfa_id, before, after, detail)
        VALUES (:org, 'write_failed', 'worker', 'w', 'w', 'A-1', :values::jsonb, :values::jsonb,
                jsonb_build_object('attempt', 1, 'answer', :said::jsonb - 'request'))
        """);
  }

  /** Fills in the ids of this organization's own things. */
  String fill(String text) {
    String id =
        text.contains("conflicts/ID")
            ? conflict.toString()
            : text.contains("reconciliations/ID")
                ? comparison.toString()
                : text.contains("jobs/ID") ? job.toString() : read.toString();
    return text.replace("NUMBER", Long.toString(letter))
        .replace("FAILED", failed.toString())
        .replace("ID?", id + "?")
        .replace("/ID", "/" + id);
  }

  private void records() {
    for (String table : new String[] {"pfa_mirror", "pfa_mirror_history"}) {
      String more = table.equals("pfa_mirror") ? "content_hash" : "change_source";
      String value = table.equals("pfa_mirror") ? "gen_random_uuid()" : "'read'";
      run(
          """
          INSERT INTO %s (organization_id, pfa_id, version, %s, description, source, purchase_price, plan_purchase_price,
                          monthly_rate, plan_monthly_rate, plan_start, plan_end, forecast_start, forecast_end,
                          is_actualized, is_discontinued, is_funds_transferable)
          SELECT :org, 'A-1', version, %s, 'Crane', 'Purchase', :amount::numeric, 1, :amount::numeric, :amount::numeric,
                 '2026-01-01', '2026-01-01', '2026-01-01', '2026-02-01', false, false, false
            FROM unnest(%s) AS version
          """
              .formatted(
                  table,
                  more,
                  value,
                  table.equals("pfa_mirror") ? "'{2}'::bigint[]" : "'{1,2}'::bigint[]"));
    }
  }

  private void edits() {
    edit("conflict", UUID.randomUUID());
    edit("failed", failed);
    edit("awaiting_approval", UUID.randomUUID());
    run(
        """
        INSERT INTO pfa_sync_conflict (conflict_id, organization_id, pfa_id, modification_id, status, fields, base, ours,
                                       pems, base_version, pems_version)
        SELECT CASE sync_status WHEN 'conflict' THEN :conflict ELSE gen_random_uuid() END, :org, 'A-1', modification_id,
               'unresolved', '{purchasePrice}', :values::jsonb, :values::jsonb, :values::jsonb, 1, 2
          FROM pfa_modification WHERE organization_id = :org AND sync_status IN ('conflict', 'awaiting_approval')
        """);
    run(
        """
        INSERT INTO pfa_resolution_proposal (organization_id, conflict_id, resolution, payload, shown_version, cost_impact,
                                             proposed_by)
        SELECT :org, conflict_id, 'use_local', :values::jsonb, 2, :amount::numeric, author_id
          FROM pfa_sync_conflict JOIN pfa_modification USING (organization_id, modification_id)
         WHERE organization_id = :org AND sync_status = 'awaiting_approval'
        """);
    run(
        """
        INSERT INTO pfa_write_queue (id, organization_id, pfa_id, modification_id, author_id, job_id, status, attempts,
                                     last_error, completed_at)
        SELECT :letter, :org, 'A-1', modification_id, author_id, job_id, 'failed', 3, :said::jsonb, now()
          FROM pfa_modification WHERE organization_id = :org AND sync_status = 'failed'
        """);
    run(
        """
        INSERT INTO pfa_sync_log (organization_id, direction, outcome, pfa_id, attempt, message)
        VALUES (:org, 'write', 'failed', 'A-1', 3, :said::jsonb ->> 'message')
        """);
  }

  private void edit(String status, UUID id) {
    run(
        """
        INSERT INTO pfa_modification (modification_id, organization_id, pfa_id, author_id, sync_status, base_version, base,
                                      base_versions, delta, payload, commit_number, committed_at, job_id)
        SELECT '%s', :org, 'A-1', id, '%s', 1, :values::jsonb, '{}', :values::jsonb, :values::jsonb,
               nextval('pfa_commit_number'), now(), :job FROM user_account WHERE username = 'planner'
        """
            .formatted(id, status));
  }

  private void comparison() {
    run(
        """
        INSERT INTO pfa_read_sync (sync_id, organization_id, sync_type, trigger, status, phase, completed_at)
        VALUES (:read, :org, 'full', 'manual', 'completed', 'done', now())
        """);
    run(
        """
        INSERT INTO pfa_reconciliation (reconciliation_id, organization_id, trigger, status, completed_at)
        VALUES (:comparison, :org, 'manual', 'completed', now())
        """);
    run(
        """
        INSERT INTO pfa_reconciliation_drift (reconciliation_id, organization_id, pfa_id, drift, cause, healed, mirror, pems)
        VALUES (:comparison, :org, 'A-1', 'field_differs', 'altered', false, :values::jsonb, :values::jsonb)
        """);
  }

  private void run(String sql) {
    String values =
        "{\"purchasePrice\":\"%1$s\",\"monthlyRate\":\"%1$s\",\"description\":\"Crane\"}"
            .formatted(AMOUNT);
    Map<String, Object> all =
        Map.of(
            "org", organization,
            "amount", AMOUNT,
            "values", values,
            "said", SAID.formatted(AMOUNT, values),
            "conflict", conflict,
            "comparison", comparison,
            "read", read,
            "job", job,
            "letter", letter);
    var statement = owner.sql(sql);
    for (var each : all.entrySet()) {
      statement =
          sql.contains(":" + each.getKey())
              ? statement.param(each.getKey(), each.getValue())
              : statement;
    }
    statement.update();
  }
}
