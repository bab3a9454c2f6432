-- Reading on schedule, reconciliation, and holds on fields whose place in PEMS has changed.

-- The table of db-scheduler (its own names and types). What recurs stands here once for all servers.
CREATE TABLE scheduled_tasks (
  task_name            text NOT NULL,
  task_instance        text NOT NULL,
  task_data            bytea,
  execution_time       timestamptz NOT NULL,
  picked               boolean NOT NULL,
  picked_by            text,
  last_success         timestamptz,
  last_failure         timestamptz,
  consecutive_failures int,
  last_heartbeat       timestamptz,
  version              bigint NOT NULL,
  priority             smallint,
  PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX scheduled_tasks_due ON scheduled_tasks (execution_time);
CREATE INDEX scheduled_tasks_heartbeat ON scheduled_tasks (last_heartbeat);
GRANT SELECT, INSERT, UPDATE, DELETE ON scheduled_tasks TO vanguard_app;

INSERT INTO feature_flags (flag_name, enabled, description)
VALUES ('auto_read', true, 'PEMS is read on schedule. Off: only when somebody asks.');

-- Off for everybody beats an override, whatever the flag.
CREATE FUNCTION flag_runs(flag text, organization text) RETURNS boolean
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN coalesce((SELECT enabled FROM feature_flags WHERE flag_name = flag), false)
     AND coalesce((SELECT o.enabled FROM feature_flag_override o
                    WHERE o.flag_name = flag AND o.organization_id = organization), true);

-- As before, for any flag instead of auto_sync alone.
CREATE OR REPLACE FUNCTION announce_flag_override() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  changed feature_flag_override := coalesce(NEW, OLD);
BEGIN
  INSERT INTO live_event (organization_id, type, data)
  VALUES (changed.organization_id, 'FLAG_CHANGED',
    jsonb_build_object('flag', changed.flag_name, 'enabled', flag_runs(changed.flag_name, changed.organization_id)));
  PERFORM pg_notify('vanguard_flags', changed.flag_name);
  PERFORM pg_notify('vanguard_events', '');
  RETURN NULL;
END
$$;

-- An organization's own timetable; what is null follows the configuration.
CREATE TABLE pfa_read_schedule (
  organization_id   text PRIMARY KEY REFERENCES organization,
  incremental_every interval CHECK (incremental_every > interval '0'),
  full_at           time,
  updated_at        timestamptz NOT NULL DEFAULT now(),
  updated_by        text NOT NULL DEFAULT current_user
);
COMMENT ON COLUMN pfa_read_schedule.full_at IS 'Time of day, UTC, of the daily full read.';
CALL isolate_by_organization('pfa_read_schedule');
GRANT SELECT, INSERT, UPDATE, DELETE ON pfa_read_schedule TO vanguard_app, vanguard_operator;

ALTER TABLE pfa_read_sync
  ADD COLUMN passes    int NOT NULL DEFAULT 0,
  ADD COLUMN caught_up bigint NOT NULL DEFAULT 0;
COMMENT ON COLUMN pfa_read_sync.passes IS 'How often the pages were read from the first on: again when records came or went meanwhile.';
COMMENT ON COLUMN pfa_read_sync.caught_up IS 'Records that changed in PEMS while the pages were read, and were read once more.';
CREATE INDEX pfa_read_sync_completed ON pfa_read_sync (organization_id, sync_type, started_at DESC)
  WHERE status = 'completed';

-- A version that a read brought in before its own outcome was recorded is given its author afterwards.
GRANT UPDATE (change_source, modification_id, author, reason) ON pfa_mirror_history TO vanguard_worker;

-- Comparing the mirror with PEMS.
CREATE TABLE pfa_reconciliation (
  reconciliation_id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  organization_id   text NOT NULL REFERENCES organization,
  trigger           text NOT NULL CHECK (trigger IN ('manual', 'schedule')),
  status            text NOT NULL CHECK (status IN ('running', 'completed', 'failed')),
  records_compared  bigint NOT NULL DEFAULT 0,
  missing           bigint NOT NULL DEFAULT 0,
  extra             bigint NOT NULL DEFAULT 0,
  field_differs     bigint NOT NULL DEFAULT 0,
  version_differs   bigint NOT NULL DEFAULT 0,
  healed            bigint NOT NULL DEFAULT 0,
  requested_by      uuid REFERENCES user_account,
  started_at        timestamptz NOT NULL DEFAULT clock_timestamp(),
  heartbeat_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
  completed_at      timestamptz,
  error             jsonb,
  CHECK ((status = 'running') = (completed_at IS NULL)),
  CHECK ((status = 'failed') = (error IS NOT NULL))
);
CREATE UNIQUE INDEX pfa_reconciliation_one_running ON pfa_reconciliation (organization_id) WHERE status = 'running';
CREATE INDEX pfa_reconciliation_recent ON pfa_reconciliation (organization_id, started_at DESC);

-- One record that was not as PEMS has it. mirror and pems hold the differing fields only, as texts by API name.
CREATE TABLE pfa_reconciliation_drift (
  drift_id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  reconciliation_id uuid NOT NULL REFERENCES pfa_reconciliation ON DELETE CASCADE,
  organization_id   text NOT NULL,
  pfa_id            text NOT NULL,
  drift             text NOT NULL CHECK (drift IN ('missing', 'extra', 'field_differs', 'version_differs')),
  cause             text NOT NULL CHECK (cause IN ('behind', 'altered', 'ahead', 'own_edit_pending', 'gone_from_pems')),
  healed            boolean NOT NULL,
  mirror_version    bigint,
  pems_version      bigint,
  mirror            jsonb NOT NULL DEFAULT '{}',
  pems              jsonb NOT NULL DEFAULT '{}',
  UNIQUE (reconciliation_id, pfa_id)
);
CREATE INDEX pfa_reconciliation_drift_page ON pfa_reconciliation_drift (reconciliation_id, drift_id);
CALL isolate_by_organization('pfa_reconciliation');
CALL isolate_by_organization('pfa_reconciliation_drift');
GRANT SELECT, INSERT, UPDATE ON pfa_reconciliation TO vanguard_app;
GRANT SELECT, INSERT ON pfa_reconciliation_drift TO vanguard_app;

-- What a tenant's schema says of each field; the first sight is what later ones are compared with.
CREATE TABLE pems_schema_field (
  connection_id text NOT NULL,
  field         text NOT NULL,
  type          text,
  max_length    int,
  decimals      int,
  seen_at       timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (connection_id, field)
);

-- A field whose place in PEMS is not what it was: nothing is written to it until it is again, or the change accepted.
CREATE TABLE pems_schema_hold (
  hold_id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  connection_id text NOT NULL,
  field         text NOT NULL,
  reason        text NOT NULL CHECK (reason IN ('missing', 'type', 'max_length', 'decimals')),
  detail        text NOT NULL,
  detected_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
  cleared_at    timestamptz
);
COMMENT ON COLUMN pems_schema_hold.field IS 'API name.';
CREATE UNIQUE INDEX pems_schema_hold_one ON pems_schema_hold (connection_id, field) WHERE cleared_at IS NULL;
GRANT SELECT, INSERT, UPDATE ON pems_schema_field, pems_schema_hold TO vanguard_app, vanguard_worker;

-- Whether a queued edit touches a field on hold. Claims ask only while there is any hold at all.
CREATE FUNCTION pems_holds_write(organization text, modification uuid) RETURNS boolean
  LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT FROM pems_schema_hold h
      JOIN organization o ON o.pems_connection = h.connection_id
      JOIN pfa_modification m ON m.modification_id = pems_holds_write.modification
     WHERE h.cleared_at IS NULL AND o.id = pems_holds_write.organization
       AND jsonb_exists(coalesce(m.payload, m.delta), h.field))
$$;
