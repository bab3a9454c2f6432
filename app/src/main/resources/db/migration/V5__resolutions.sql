-- Giving an edit up is a named person's doing, with a reason: use_pems, or discarding a dead letter.
ALTER TABLE pfa_modification
  ADD COLUMN discarded_by   uuid REFERENCES user_account,
  ADD COLUMN discarded_at   timestamptz,
  ADD COLUMN discard_reason text;

ALTER TABLE pfa_sync_conflict
  ADD COLUMN resolution_reason text,
  ADD COLUMN resolved_version  bigint;
COMMENT ON COLUMN pfa_sync_conflict.resolved_version IS 'The PEMS version that the person decided on; the base of the new queue row.';
CREATE INDEX pfa_sync_conflict_newest ON pfa_sync_conflict (organization_id, detected_at DESC, conflict_id DESC);
CREATE INDEX pfa_sync_conflict_unresolved ON pfa_sync_conflict (detected_at) WHERE status = 'unresolved';

-- A resolution of high value waits here until somebody other than its proposer decides. Decided rows stay.
CREATE TABLE pfa_resolution_proposal (
  proposal_id     uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  organization_id text NOT NULL,
  conflict_id     uuid NOT NULL REFERENCES pfa_sync_conflict,
  resolution      text NOT NULL CHECK (resolution IN ('use_local', 'use_pems', 'merge')),
  payload         jsonb NOT NULL,
  shown_version   bigint NOT NULL,
  cost_impact     numeric NOT NULL,
  reason          text,
  proposed_by     uuid NOT NULL REFERENCES user_account,
  proposed_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
  decision        text CHECK (decision IN ('approved', 'rejected')),
  decided_by      uuid REFERENCES user_account,
  decided_at      timestamptz,
  decision_reason text,
  CHECK ((decision IS NULL) = (decided_at IS NULL) AND (decision IS NULL) = (decided_by IS NULL)),
  CHECK (decided_by <> proposed_by)
);
COMMENT ON COLUMN pfa_resolution_proposal.payload IS 'The fields that would be written, by API name.';
COMMENT ON COLUMN pfa_resolution_proposal.cost_impact IS 'Cost of the record after less before, in the organization''s currency.';
CREATE UNIQUE INDEX pfa_resolution_proposal_open ON pfa_resolution_proposal (conflict_id) WHERE decided_at IS NULL;
CREATE INDEX pfa_resolution_proposal_conflict ON pfa_resolution_proposal (conflict_id, proposed_at);
CALL isolate_by_organization('pfa_resolution_proposal');
GRANT SELECT, INSERT, UPDATE ON pfa_resolution_proposal TO vanguard_app;

-- Dead letters: how often a person sent one on its way again, newest first per organization.
ALTER TABLE pfa_write_queue ADD COLUMN replays int NOT NULL DEFAULT 0;
CREATE INDEX pfa_write_queue_dead_letters ON pfa_write_queue (organization_id, completed_at DESC, id DESC)
  WHERE status = 'failed';

-- Numbers over all organizations, which row-level security keeps from the app role.
CREATE FUNCTION conflict_health(OUT unresolved bigint, OUT oldest_age_seconds double precision)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT count(*), coalesce(extract(epoch FROM clock_timestamp() - min(detected_at)), 0)::float8
    FROM pfa_sync_conflict WHERE status = 'unresolved'
$$;
REVOKE ALL ON FUNCTION conflict_health() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION conflict_health() TO vanguard_app, vanguard_worker, vanguard_operator;
