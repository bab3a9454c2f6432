-- A person who has looked confirms that so many records are gone from PEMS.
ALTER TABLE pfa_read_sync ADD COLUMN confirmed_removals bigint CHECK (confirmed_removals > 0),
                          ADD COLUMN reason text;
COMMENT ON COLUMN pfa_read_sync.confirmed_removals IS
  'Exactly so many records may go in this read, whatever the share; any other number fails it.';

CREATE OR REPLACE FUNCTION audit_read_run() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  requester user_account;
BEGIN
  SELECT * INTO requester FROM user_account WHERE id = NEW.requested_by;
  INSERT INTO audit_entry (organization_id, action, actor_kind, actor_id, actor_name, job_id, reason, detail)
  VALUES (NEW.organization_id, 'read_run', CASE WHEN requester.id IS NULL THEN 'system' ELSE 'user' END,
          coalesce(requester.id::text, NEW.trigger), coalesce(requester.username, NEW.trigger), NEW.sync_id, NEW.reason,
          jsonb_strip_nulls(jsonb_build_object(
            'status', NEW.status, 'syncType', NEW.sync_type, 'rowsRead', NEW.rows_read, 'inserted', NEW.inserted,
            'changed', NEW.changed, 'removed', NEW.removed, 'confirmedRemovals', NEW.confirmed_removals,
            'error', NEW.error)));
  RETURN NULL;
END
$$;

-- What is finished and old goes, a batch at a time, oldest first. The app role may delete nothing by itself; audit
-- entries, versions of records, edits, conflicts and dead letters are never among it.
CREATE INDEX pfa_read_sync_age ON pfa_read_sync (started_at);
CREATE INDEX pfa_reconciliation_age ON pfa_reconciliation (started_at);
CREATE INDEX pfa_write_queue_age ON pfa_write_queue (completed_at) WHERE status = 'completed';

CREATE FUNCTION forget_finished(what text, older_than interval, at_most int) RETURNS int
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  before timestamptz := statement_timestamp() - older_than;
  forgotten int;
BEGIN
  IF older_than < interval '2 days' THEN
    RAISE EXCEPTION 'The figures of the last day need what is younger than two days';
  END IF;
  CASE what
  WHEN 'sync_log' THEN
    DELETE FROM pfa_sync_log WHERE log_id = ANY (ARRAY (
      SELECT log_id FROM (SELECT log_id, logged_at FROM pfa_sync_log ORDER BY log_id LIMIT at_most) oldest
       WHERE logged_at < before));
  WHEN 'queue' THEN
    DELETE FROM pfa_write_queue WHERE id = ANY (ARRAY (
      SELECT id FROM pfa_write_queue WHERE status = 'completed' AND completed_at < before
       ORDER BY completed_at LIMIT at_most FOR UPDATE SKIP LOCKED));
  WHEN 'read_runs' THEN
    -- The newest completed one of each kind says where the next begins.
    DELETE FROM pfa_read_sync WHERE sync_id = ANY (ARRAY (
      SELECT r.sync_id FROM pfa_read_sync r
       WHERE r.status <> 'running' AND r.started_at < before
         AND (r.status = 'failed' OR EXISTS (
           SELECT FROM pfa_read_sync newer
            WHERE newer.organization_id = r.organization_id AND newer.sync_type = r.sync_type
              AND newer.status = 'completed' AND newer.started_at > r.started_at
              AND (newer.pems_time IS NOT NULL OR r.pems_time IS NULL)))
       ORDER BY r.started_at LIMIT at_most));
  WHEN 'reconciliations' THEN
    DELETE FROM pfa_reconciliation WHERE reconciliation_id = ANY (ARRAY (
      SELECT r.reconciliation_id FROM pfa_reconciliation r
       WHERE r.status <> 'running' AND r.started_at < before
         AND EXISTS (SELECT FROM pfa_reconciliation newer
                      WHERE newer.organization_id = r.organization_id AND newer.status = 'completed'
                        AND newer.started_at > r.started_at)
       ORDER BY r.started_at LIMIT least(at_most, 50)));
  END CASE;
  GET DIAGNOSTICS forgotten = ROW_COUNT;
  RETURN forgotten;
END
$$;
REVOKE ALL ON FUNCTION forget_finished(text, interval, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION forget_finished(text, interval, int) TO vanguard_app;
