-- An outage of writes alone: PEMS answers reads and no write of several different records in a row.
ALTER TABLE pems_connection_state
  ADD COLUMN unwritten          uuid[] NOT NULL DEFAULT '{}',
  ADD COLUMN write_breaker      text NOT NULL DEFAULT 'closed' CHECK (write_breaker IN ('closed', 'open')),
  ADD COLUMN last_write_failure text,
  ADD COLUMN write_probe_at     timestamptz,
  ADD COLUMN write_probes       int NOT NULL DEFAULT 0,
  ADD CHECK ((write_breaker = 'open') = (write_probe_at IS NOT NULL));
COMMENT ON COLUMN pems_connection_state.unwritten IS
  'Digests of the records whose writes PEMS did not answer since it last answered any.';
COMMENT ON COLUMN pems_connection_state.write_breaker IS
  'open: only one write is sent, at write_probe_at; reads go on.';

ALTER TABLE pfa_write_queue ADD COLUMN deferrals int NOT NULL DEFAULT 0;
COMMENT ON COLUMN pfa_write_queue.deferrals IS 'Tries that PEMS put off with 429; they use up no attempt, up to a limit.';
