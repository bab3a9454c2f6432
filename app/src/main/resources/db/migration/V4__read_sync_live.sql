-- One row per read from PEMS. heartbeat_at lets a run whose server died be called failed.
CREATE TABLE pfa_read_sync (
  sync_id         uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  organization_id text NOT NULL REFERENCES organization,
  sync_type       text NOT NULL CHECK (sync_type IN ('full', 'incremental')),
  trigger         text NOT NULL CHECK (trigger IN ('manual', 'schedule')),
  status          text NOT NULL CHECK (status IN ('running', 'completed', 'failed')),
  phase           text NOT NULL CHECK (phase IN ('counting', 'reading', 'merging', 'done')),
  expected_rows   bigint,
  rows_read       bigint NOT NULL DEFAULT 0,
  pages_read      int NOT NULL DEFAULT 0,
  inserted        bigint NOT NULL DEFAULT 0,
  changed         bigint NOT NULL DEFAULT 0,
  unchanged       bigint NOT NULL DEFAULT 0,
  removed         bigint NOT NULL DEFAULT 0,
  requested_by    uuid REFERENCES user_account,
  started_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
  heartbeat_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
  completed_at    timestamptz,
  error           jsonb,
  pems_time       timestamptz,
  CHECK ((status = 'running') = (completed_at IS NULL)),
  CHECK ((status = 'failed') = (error IS NOT NULL))
);
COMMENT ON COLUMN pfa_read_sync.pems_time IS 'PEMS''s own clock at the first page: where the next incremental read begins.';
CREATE UNIQUE INDEX pfa_read_sync_one_running ON pfa_read_sync (organization_id) WHERE status = 'running';
CREATE INDEX pfa_read_sync_recent ON pfa_read_sync (organization_id, started_at DESC);
CALL isolate_by_organization('pfa_read_sync');
GRANT SELECT, INSERT, UPDATE ON pfa_read_sync TO vanguard_app;
GRANT SELECT ON pfa_read_sync TO vanguard_worker;

-- Facts for the browser, written in the business transaction without a sequence; one relay numbers them
-- after commit, so that a reader who saw sequence n has seen everything before it.
CREATE TABLE live_event (
  event_id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  organization_id text NOT NULL,
  sequence        bigint,
  type            text NOT NULL,
  pfa_id          text,
  job_id          uuid,
  data            jsonb NOT NULL DEFAULT '{}',
  occurred_at     timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE UNIQUE INDEX live_event_sequence ON live_event (organization_id, sequence) WHERE sequence IS NOT NULL;
CREATE INDEX live_event_unnumbered ON live_event (event_id) WHERE sequence IS NULL;
CREATE INDEX live_event_age ON live_event (occurred_at);

CREATE TABLE live_sequence (
  organization_id text PRIMARY KEY,
  last_sequence   bigint NOT NULL
);

CALL isolate_by_organization('live_event');
CALL isolate_by_organization('live_sequence');
GRANT SELECT, INSERT ON live_event TO vanguard_app, vanguard_worker;
GRANT SELECT ON live_sequence TO vanguard_app;

-- Numbers what is waiting, at most batch_size events; called by the one relay only.
CREATE FUNCTION number_live_events(batch_size int) RETURNS int
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  numbered int;
BEGIN
  -- One caller at a time, whoever leads: two relays would hand out one number twice.
  LOCK TABLE live_sequence IN EXCLUSIVE MODE;
  WITH waiting AS (
    SELECT event_id, organization_id FROM live_event WHERE sequence IS NULL ORDER BY event_id LIMIT batch_size
  ), grown AS (
    INSERT INTO live_sequence AS s (organization_id, last_sequence)
    SELECT organization_id, count(*) FROM waiting GROUP BY organization_id
    ON CONFLICT (organization_id) DO UPDATE SET last_sequence = s.last_sequence + excluded.last_sequence
    RETURNING organization_id, last_sequence
  ), placed AS (
    SELECT w.event_id,
           g.last_sequence - count(*) OVER (PARTITION BY w.organization_id)
             + row_number() OVER (PARTITION BY w.organization_id ORDER BY w.event_id) AS sequence
      FROM waiting w JOIN grown g USING (organization_id)
  )
  UPDATE live_event e SET sequence = p.sequence FROM placed p WHERE e.event_id = p.event_id;
  GET DIAGNOSTICS numbered = ROW_COUNT;
  IF numbered > 0 THEN
    PERFORM pg_notify('vanguard_live', '');
  END IF;
  RETURN numbered;
END
$$;
-- Forgets events older than the window that a client may resume over.
CREATE FUNCTION forget_live_events(older_than interval) RETURNS int
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  forgotten int;
BEGIN
  -- A few thousand at a time: the relay that asks must not fall silent meanwhile.
  DELETE FROM live_event WHERE event_id IN (
    SELECT event_id FROM live_event
     WHERE sequence IS NOT NULL AND occurred_at < now() - older_than ORDER BY occurred_at LIMIT 5000);
  GET DIAGNOSTICS forgotten = ROW_COUNT;
  RETURN forgotten;
END
$$;
REVOKE ALL ON FUNCTION number_live_events(int), forget_live_events(interval) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION number_live_events(int), forget_live_events(interval) TO vanguard_app;

-- A flag switched from psql bites at once: workers hear it, and every organization's page shows it.
CREATE FUNCTION announce_flag() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO live_event (organization_id, type, data)
  SELECT id, 'FLAG_CHANGED', jsonb_build_object('flag', NEW.flag_name, 'enabled', NEW.enabled) FROM organization;
  PERFORM pg_notify('vanguard_flags', NEW.flag_name);
  PERFORM pg_notify('vanguard_events', '');
  RETURN NULL;
END
$$;
CREATE TRIGGER feature_flags_announce AFTER INSERT OR UPDATE ON feature_flags
  FOR EACH ROW EXECUTE FUNCTION announce_flag();

CREATE FUNCTION announce_flag_override() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  changed feature_flag_override := coalesce(NEW, OLD);
BEGIN
  INSERT INTO live_event (organization_id, type, data)
  VALUES (changed.organization_id, 'FLAG_CHANGED',
    jsonb_build_object('flag', changed.flag_name, 'enabled', auto_sync_runs(changed.organization_id)));
  PERFORM pg_notify('vanguard_flags', changed.flag_name);
  PERFORM pg_notify('vanguard_events', '');
  RETURN NULL;
END
$$;
CREATE TRIGGER feature_flag_override_announce AFTER INSERT OR UPDATE OR DELETE ON feature_flag_override
  FOR EACH ROW EXECUTE FUNCTION announce_flag_override();
