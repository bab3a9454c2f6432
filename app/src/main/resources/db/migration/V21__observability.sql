-- What the server's gauges show: numbers over all organizations, which row-level security keeps from the app role.
CREATE FUNCTION operations_state(
    OUT pending bigint, OUT retrying bigint, OUT processing bigint, OUT dead_letter bigint,
    OUT oldest_age_seconds double precision, OUT last_heartbeat double precision,
    OUT connections bigint, OUT max_connections bigint,
    OUT migrations_applied bigint, OUT migration_seconds double precision)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT q.pending, q.retrying, q.processing,
         (SELECT count(*) FROM pfa_write_queue WHERE status = 'failed'),
         coalesce(extract(epoch FROM clock_timestamp() - q.oldest), 0)::float8,
         coalesce((SELECT extract(epoch FROM max(beat_at)) FROM worker_heartbeat), 0)::float8,
         (SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()),
         current_setting('max_connections')::bigint,
         (SELECT count(*) FROM flyway_schema_history WHERE success AND version IS NOT NULL),
         coalesce((SELECT execution_time / 1000.0 FROM flyway_schema_history
                    WHERE success AND version IS NOT NULL ORDER BY installed_rank DESC LIMIT 1), 0)::float8
    FROM (SELECT count(*) FILTER (WHERE status = 'pending' AND attempts = 0) AS pending,
                 count(*) FILTER (WHERE status = 'pending' AND attempts > 0) AS retrying,
                 count(*) FILTER (WHERE status = 'processing') AS processing,
                 min(created_at) FILTER (WHERE status = 'pending') AS oldest
            FROM pfa_write_queue WHERE status IN ('pending', 'processing')) q
$$;
REVOKE ALL ON FUNCTION operations_state() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION operations_state() TO vanguard_app, vanguard_worker, vanguard_operator;

-- What is deployed is the operators' to know.
GRANT SELECT ON flyway_schema_history TO vanguard_operator;
