package com.pfavanguard.monitoring;

import java.util.List;

/**
 * The names that releases, runbooks and dashboards may rely on, each given by the product itself.
 */
final class ListedMetrics {
  static final List<String> NAMES =
      """
      http_server_request_duration_seconds_count
      process_cpu_seconds_total
      process_resident_memory_bytes
      process_start_time_seconds
      pfa_process_memory_limit_bytes
      pfa_process_heap_after_gc_bytes
      pg_up
      pg_stat_activity_count
      pg_settings_max_connections
      pfa_database_migrations_pending
      pfa_database_migration_duration_seconds
      redis_up
      redis_memory_used_bytes
      redis_memory_max_bytes
      pfa_websocket_connections
      pfa_sync_operations_total
      pfa_sync_latency_seconds_count
      pfa_sync_queue_items
      pfa_sync_queue_oldest_item_age_seconds
      pfa_sync_worker_last_heartbeat_timestamp_seconds
      pfa_feature_flag_enabled
      pfa_pems_requests_total
      pfa_pems_request_duration_seconds_count
      pfa_sync_conflicts_total
      pfa_sync_conflicts_open
      pfa_sync_conflict_resolutions_total
      pfa_sync_conflict_resolution_duration_seconds_count
      pfa_sync_conflict_oldest_open_age_seconds
      pfa_external_api_calls_total
      pfa_ai_tokens_total
      pfa_cost_usd_total
      pfa_cost_budget_usd
      pfa_backup_last_success_timestamp_seconds
      pfa_backup_last_verified_timestamp_seconds
      pfa_backup_size_bytes
      pfa_backup_duration_seconds
      pfa_web_bundle_bytes
      pfa_app_log_events_total
      pfa_data_integrity_violations
      pfa_credential_valid
      pfa_credential_expiry_timestamp_seconds
      pfa_build_info
      """
          .lines()
          .toList();

  private ListedMetrics() {}
}
