-- What all processes know together of a PEMS connection. A connection belongs to no organization, so there is no
-- row-level security here, and nothing in it tells of records.
CREATE TABLE pems_connection_state (
  connection_id text PRIMARY KEY,
  breaker       text NOT NULL DEFAULT 'closed' CHECK (breaker IN ('closed', 'open')),
  breaker_since timestamptz NOT NULL DEFAULT clock_timestamp(),
  failures      int NOT NULL DEFAULT 0,
  failing_since timestamptz,
  last_failure  text,
  probe_at      timestamptz,
  probes        int NOT NULL DEFAULT 0,
  share         double precision NOT NULL DEFAULT 1 CHECK (share > 0 AND share <= 1),
  share_since   timestamptz NOT NULL DEFAULT clock_timestamp(),
  held_until    timestamptz,
  CHECK ((breaker = 'open') = (probe_at IS NOT NULL)),
  CHECK ((failures > 0) = (failing_since IS NOT NULL))
) WITH (fillfactor = 50);
COMMENT ON COLUMN pems_connection_state.breaker IS 'open: PEMS is away, nothing is sent but a probe at probe_at.';
COMMENT ON COLUMN pems_connection_state.failures IS 'Calls in a row, of all processes, that PEMS did not answer.';
COMMENT ON COLUMN pems_connection_state.share IS 'Share of the request budget in use at share_since; it grows back with time.';
COMMENT ON COLUMN pems_connection_state.held_until IS 'PEMS said Retry-After: nothing is sent before.';

-- The request budget: the moment of the next free slot. Unlogged: it changes ten times a second, and a crash that
-- empties it takes longer than the slots it forgets.
CREATE UNLOGGED TABLE pems_request_budget (
  connection_id text PRIMARY KEY,
  next_slot     timestamptz NOT NULL
) WITH (fillfactor = 10);

-- How many calls each process may have in flight; its lease ends when the process falls silent.
CREATE UNLOGGED TABLE pems_call_seat (
  connection_id text NOT NULL,
  process_id    text NOT NULL,
  seats         int NOT NULL,
  leased_until  timestamptz NOT NULL,
  PRIMARY KEY (connection_id, process_id)
);

-- Grants a process its fair part of the connection's seats, never more in all than there are: a newcomer waits until
-- the others have given back. A holder keeps what it is using until those calls end.
CREATE FUNCTION take_pems_seats(
    connection text, process text, all_seats int, wanted int, in_use int, lease interval) RETURNS int
  LANGUAGE plpgsql AS $$
DECLARE
  others int;
  taken int;
  granted int;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('pems_call_seat'), hashtext(connection));
  DELETE FROM pems_call_seat WHERE connection_id = connection AND leased_until < clock_timestamp();
  SELECT count(*), coalesce(sum(seats), 0) INTO others, taken
    FROM pems_call_seat WHERE connection_id = connection AND process_id <> process;
  granted := greatest(0, least(wanted, greatest(1, all_seats / (others + 1)), all_seats - taken));
  INSERT INTO pems_call_seat AS s (connection_id, process_id, seats, leased_until)
  VALUES (connection, process, greatest(granted, in_use), clock_timestamp() + lease)
  ON CONFLICT (connection_id, process_id)
    DO UPDATE SET seats = excluded.seats, leased_until = excluded.leased_until;
  RETURN granted;
END
$$;

GRANT SELECT, INSERT, UPDATE ON pems_connection_state, pems_request_budget TO vanguard_app, vanguard_worker;
GRANT SELECT, INSERT, UPDATE, DELETE ON pems_call_seat TO vanguard_app, vanguard_worker;
REVOKE ALL ON FUNCTION take_pems_seats(text, text, int, int, int, interval) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION take_pems_seats(text, text, int, int, int, interval) TO vanguard_app, vanguard_worker;

-- The claim takes turns over organizations and looks at each one's earliest due rows of each priority.
CREATE INDEX pfa_write_queue_turn ON pfa_write_queue (organization_id, priority, scheduled_at, id)
  WHERE status = 'pending';
DROP INDEX pfa_write_queue_due;
