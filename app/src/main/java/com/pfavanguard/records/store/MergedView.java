package com.pfavanguard.records.store;

import com.pfavanguard.kernel.PfaField;
import java.util.stream.Collectors;

/**
 * The merged view in SQL. Records without open edits (nearly all) are read from the mirror as they
 * are, so that its indexes serve them; the few with edits are overlaid. Parameters: {@code org},
 * {@code me}, {@code today}.
 */
final class MergedView {

  /** Everyone's queued edits in commit order, my draft on top; and the state to show per record. */
  static final String EDITS =
      """
      edits AS MATERIALIZED (
        SELECT pfa_id,
               jsonb_overlay(coalesce(payload, delta) ORDER BY commit_number NULLS LAST)
                 FILTER (WHERE sync_status IN ('queued', 'syncing', 'draft')) AS delta,
               CASE min(array_position(
                      ARRAY['draft', 'syncing', 'queued', 'conflict', 'awaiting_approval', 'failed'], sync_status))
                 WHEN 1 THEN 'draft' WHEN 2 THEN 'syncing' WHEN 3 THEN 'queued' WHEN 4 THEN 'conflict'
                 WHEN 5 THEN 'awaiting_approval' ELSE 'failed' END AS sync_status,
               (array_agg(modification_id) FILTER (WHERE sync_status = 'draft'))[1] AS draft_id,
               min(base_version) FILTER (WHERE sync_status = 'draft') AS draft_base,
               (array_agg(delta) FILTER (WHERE sync_status = 'draft'))[1] AS draft_delta,
               (array_agg(base) FILTER (WHERE sync_status = 'draft'))[1] AS draft_before
          FROM pfa_modification
         WHERE organization_id = :org
           AND (sync_status IN ('queued', 'syncing', 'conflict', 'awaiting_approval', 'failed')
                OR (sync_status = 'draft' AND author_id = :me))
         GROUP BY pfa_id
      )
      """;

  /** Records that no open edit touches. */
  static final String PLAIN =
      """
      SELECT m.pfa_id, m.version, %s,
             'synced' AS sync_status, false AS removed, NULL::uuid AS draft_id, NULL::bigint AS draft_base,
             NULL::jsonb AS draft_delta, NULL::jsonb AS draft_before
        FROM pfa_mirror m
       WHERE m.organization_id = :org AND m.removed_at IS NULL
         AND NOT EXISTS (SELECT FROM edits e WHERE e.pfa_id = m.pfa_id)
      """
          .formatted(columns("m.%s"));

  /**
   * Records with open edits. A record that PEMS no longer has stays visible while an edit of it is
   * open.
   */
  static final String EDITED =
      """
      SELECT m.pfa_id, m.version, %s,
             e.sync_status, m.removed_at IS NOT NULL AS removed, e.draft_id, e.draft_base, e.draft_delta,
             e.draft_before
        FROM edits e JOIN pfa_mirror m ON m.organization_id = :org AND m.pfa_id = e.pfa_id
      """
          .formatted(
              PfaField.ALL.stream().map(MergedView::overlaid).collect(Collectors.joining(", ")));

  private MergedView() {}

  /** One of the two branches with the cost columns. */
  static String withCosts(String branch) {
    return """
      SELECT v.*,
             pfa_plan_cost(source, plan_start, plan_end, plan_monthly_rate, plan_purchase_price) AS plan_cost,
             pfa_cost(source, forecast_start, forecast_end, monthly_rate, purchase_price) AS forecast_cost,
             CASE WHEN is_actualized
               THEN pfa_cost(source, actual_start, coalesce(actual_end, greatest(:today, actual_start)),
                             monthly_rate, purchase_price)
               ELSE 0 END AS actual_cost,
             CASE WHEN is_actualized
               THEN pfa_cost(source, actual_start, coalesce(actual_end, greatest(:today, actual_start)),
                             monthly_rate, purchase_price)
               ELSE pfa_cost(source, forecast_start, forecast_end, monthly_rate, purchase_price) END
             - pfa_plan_cost(source, plan_start, plan_end, plan_monthly_rate, plan_purchase_price) AS variance
        FROM (%s) v
      """
        .formatted(branch);
  }

  private static String columns(String pattern) {
    return PfaField.ALL.stream()
        .map(field -> pattern.formatted(field.column()))
        .collect(Collectors.joining(", "));
  }

  private static String overlaid(PfaField field) {
    return "CASE WHEN jsonb_exists(e.delta, '%1$s') THEN (e.delta ->> '%1$s')::%2$s ELSE m.%3$s END AS %3$s"
        .formatted(field.apiName(), field.type().sqlType(), field.column());
  }
}
