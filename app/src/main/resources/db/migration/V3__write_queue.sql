-- Committed edits on their way to PEMS; what is written stands in the modification. id is the commit number.
CREATE TABLE pfa_write_queue (
  id              bigint PRIMARY KEY,
  organization_id text NOT NULL,
  pfa_id          text NOT NULL,
  modification_id uuid NOT NULL REFERENCES pfa_modification,
  author_id       uuid NOT NULL,
  job_id          uuid NOT NULL,
  status          text NOT NULL DEFAULT 'pending' CHECK (status IN ('pending', 'processing', 'completed', 'failed')),
  outcome         text CHECK (outcome IN ('synced', 'superseded', 'conflict', 'discarded')),
  priority        smallint NOT NULL DEFAULT 1 CHECK (priority BETWEEN 0 AND 2),
  attempts        int NOT NULL DEFAULT 0,
  scheduled_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
  lease_owner     text,
  leased_until    timestamptz,
  lease_number    bigint NOT NULL DEFAULT 0,
  last_error      jsonb,
  created_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
  started_at      timestamptz,
  completed_at    timestamptz,
  CHECK ((status = 'processing') = (lease_owner IS NOT NULL AND leased_until IS NOT NULL)),
  CHECK ((status = 'completed') = (outcome IS NOT NULL)),
  CHECK ((status IN ('completed', 'failed')) = (completed_at IS NOT NULL))
) WITH (fillfactor = 50);
COMMENT ON COLUMN pfa_write_queue.lease_number IS 'Grows with every claim: a worker that lost its lease cannot complete the row.';

-- The two promises the database itself keeps: one write of a record in flight, one waiting per author. A row that
-- was ever claimed may have reached PEMS: it keeps its own place and is never folded.
CREATE UNIQUE INDEX pfa_write_queue_one_in_flight ON pfa_write_queue (organization_id, pfa_id)
  WHERE status = 'processing';
CREATE UNIQUE INDEX pfa_write_queue_one_waiting ON pfa_write_queue (organization_id, pfa_id, author_id)
  WHERE status = 'pending' AND started_at IS NULL;
CREATE INDEX pfa_write_queue_due ON pfa_write_queue (priority, scheduled_at, id) WHERE status = 'pending';
CREATE INDEX pfa_write_queue_open_record ON pfa_write_queue (organization_id, pfa_id, id)
  WHERE status IN ('pending', 'processing');
CREATE INDEX pfa_write_queue_leases ON pfa_write_queue (leased_until) WHERE status = 'processing';
CREATE INDEX pfa_write_queue_finished ON pfa_write_queue (organization_id, completed_at)
  WHERE status IN ('completed', 'failed');
CREATE INDEX pfa_write_queue_modification ON pfa_write_queue (modification_id);

CREATE TABLE pfa_sync_conflict (
  conflict_id     uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  organization_id text NOT NULL,
  pfa_id          text NOT NULL,
  modification_id uuid NOT NULL REFERENCES pfa_modification,
  status          text NOT NULL CHECK (status IN ('unresolved', 'resolved_auto', 'resolved_manual')),
  fields          text[] NOT NULL,
  base            jsonb NOT NULL,
  ours            jsonb NOT NULL,
  pems            jsonb NOT NULL,
  base_version    bigint NOT NULL,
  pems_version    bigint NOT NULL,
  pems_changed_by text,
  pems_changed_at timestamptz,
  detected_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
  resolved_at     timestamptz,
  resolved_by     uuid REFERENCES user_account,
  resolution      text CHECK (resolution IN ('use_local', 'use_pems', 'merge')),
  CHECK ((status = 'unresolved') = (resolved_at IS NULL))
);
CREATE UNIQUE INDEX pfa_sync_conflict_open ON pfa_sync_conflict (modification_id) WHERE status = 'unresolved';
CREATE INDEX pfa_sync_conflict_list ON pfa_sync_conflict (organization_id, status, detected_at);

-- What was tried, when, by whom and with which answer. Append-only.
CREATE TABLE pfa_sync_log (
  log_id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  organization_id text NOT NULL,
  logged_at       timestamptz NOT NULL DEFAULT clock_timestamp(),
  direction       text NOT NULL CHECK (direction IN ('read', 'write')),
  outcome         text NOT NULL,
  pfa_id          text,
  modification_id uuid,
  sync_id         uuid,
  attempt         int,
  message         text NOT NULL,
  detail          jsonb NOT NULL DEFAULT '{}'
);
CREATE INDEX pfa_sync_log_recent ON pfa_sync_log (organization_id, log_id);
CREATE INDEX pfa_sync_log_record ON pfa_sync_log (organization_id, pfa_id, log_id) WHERE pfa_id IS NOT NULL;

CREATE TABLE worker_heartbeat (
  worker_id  text PRIMARY KEY,
  started_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  beat_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
  version    text NOT NULL
);

CALL isolate_by_organization('pfa_write_queue');
CALL isolate_by_organization('pfa_sync_conflict');
CALL isolate_by_organization('pfa_sync_log');
GRANT SELECT, INSERT, UPDATE ON pfa_write_queue, pfa_sync_conflict TO vanguard_app, vanguard_worker;
GRANT SELECT, INSERT ON pfa_sync_log TO vanguard_app, vanguard_worker;
GRANT SELECT, INSERT, UPDATE, DELETE ON worker_heartbeat TO vanguard_worker;
GRANT SELECT ON worker_heartbeat TO vanguard_app;

-- Health counts over all organizations, which row-level security keeps from the app role: numbers only, no rows.
CREATE INDEX pfa_write_queue_failed ON pfa_write_queue (id) WHERE status = 'failed';
CREATE FUNCTION write_sync_health(
    worker_patience interval,
    OUT auto_sync boolean, OUT workers bigint, OUT last_heartbeat timestamptz,
    OUT pending bigint, OUT processing bigint, OUT failed bigint, OUT oldest_age_seconds bigint)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce((SELECT enabled FROM feature_flags WHERE flag_name = 'auto_sync'), false),
         w.workers, w.last_heartbeat, q.pending, q.processing,
         (SELECT count(*) FROM pfa_write_queue WHERE status = 'failed'),
         coalesce(extract(epoch FROM clock_timestamp() - q.oldest)::bigint, 0)
    FROM (SELECT count(*) FILTER (WHERE beat_at > clock_timestamp() - worker_patience) AS workers,
                 max(beat_at) AS last_heartbeat
            FROM worker_heartbeat) w,
         (SELECT count(*) FILTER (WHERE status = 'pending') AS pending,
                 count(*) FILTER (WHERE status = 'processing') AS processing,
                 min(created_at) FILTER (WHERE status = 'pending') AS oldest
            FROM pfa_write_queue WHERE status IN ('pending', 'processing')) q
$$;
REVOKE ALL ON FUNCTION write_sync_health(interval) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION write_sync_health(interval) TO vanguard_app, vanguard_worker, vanguard_operator;
