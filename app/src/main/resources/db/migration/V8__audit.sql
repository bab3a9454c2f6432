-- Who did what to which record, in the transaction that did it. Nobody changes or removes an entry: no grants, and
-- a trigger that refuses even the owner. No foreign keys: an entry outlives what it tells of.
CREATE TABLE audit_entry (
  entry_id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  organization_id text NOT NULL,
  action          text NOT NULL,
  actor_kind      text NOT NULL CHECK (actor_kind IN ('user', 'worker', 'system', 'operator')),
  actor_id        text NOT NULL,
  actor_name      text NOT NULL,
  pfa_id          text,
  modification_id uuid,
  job_id          uuid,
  reason          text,
  before          jsonb,
  after           jsonb,
  detail          jsonb NOT NULL DEFAULT '{}',
  request_id      text,
  occurred_at     timestamptz NOT NULL DEFAULT clock_timestamp()
);
COMMENT ON COLUMN audit_entry.before IS 'Text forms by API field name, exact; only the fields concerned.';
COMMENT ON COLUMN audit_entry.detail IS 'Facts beside the values: attempt, version, what PEMS answered; never a secret.';
CREATE INDEX audit_entry_recent ON audit_entry (organization_id, occurred_at, entry_id);
CREATE INDEX audit_entry_record ON audit_entry (organization_id, pfa_id, entry_id) WHERE pfa_id IS NOT NULL;
CREATE INDEX audit_entry_modification ON audit_entry (modification_id) WHERE modification_id IS NOT NULL;

-- Entries that no seal covers yet: a list of its own, because entries become visible in another order than their ids.
CREATE TABLE audit_pending (
  entry_id        bigint PRIMARY KEY,
  organization_id text NOT NULL
);

-- One link of an organization's chain: which entries in which order, the SHA-256 of each (32 bytes after another),
-- and the digest over all of that and the link before.
CREATE TABLE audit_seal (
  organization_id text NOT NULL,
  seal_number     bigint NOT NULL,
  entry_ids       bigint[] NOT NULL,
  entry_digests   bytea NOT NULL,
  digest          bytea NOT NULL CHECK (octet_length(digest) = 32),
  sealed_at       timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (organization_id, seal_number),
  CHECK (octet_length(entry_digests) = 32 * cardinality(entry_ids))
);
CREATE TABLE audit_head (
  organization_id text PRIMARY KEY,
  seal_number     bigint NOT NULL,
  entries         bigint NOT NULL,
  digest          bytea NOT NULL
);

CALL isolate_by_organization('audit_entry');
CALL isolate_by_organization('audit_pending');
CALL isolate_by_organization('audit_seal');
CALL isolate_by_organization('audit_head');
GRANT SELECT ON audit_entry, audit_pending, audit_seal, audit_head TO vanguard_app, vanguard_worker;
-- Neither id nor time of an entry is the writer's to choose.
GRANT INSERT (organization_id, action, actor_kind, actor_id, actor_name, pfa_id, modification_id, job_id, reason,
              before, after, detail, request_id)
  ON audit_entry TO vanguard_app, vanguard_worker;

CREATE FUNCTION refuse_change() RETURNS trigger
  LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END
$$;
CREATE TRIGGER audit_entry_is_final BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_seal_is_final BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_seal
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE FUNCTION await_seal() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO audit_pending (entry_id, organization_id) SELECT entry_id, organization_id FROM added;
  RETURN NULL;
END
$$;
CREATE TRIGGER audit_entry_awaits_seal AFTER INSERT ON audit_entry
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION await_seal();

-- What is hashed of an entry: every column but its id (the seal holds that), each with its length in bytes before it,
-- '-' where empty. Whoever checks computes the same from the columns; docs/adr/0009 gives the order.
CREATE FUNCTION audit_digest(e audit_entry) RETURNS bytea
  LANGUAGE sql STABLE
  RETURN (
    SELECT sha256(convert_to(string_agg(coalesce(octet_length(v) || ':' || v, '-'), '' ORDER BY n), 'UTF8'))
      FROM unnest(ARRAY[
             e.organization_id, e.action, e.actor_kind, e.actor_id, e.actor_name, e.pfa_id, e.modification_id::text,
             e.job_id::text, e.reason, e.before::text, e.after::text, e.detail::text, e.request_id,
             (extract(epoch FROM e.occurred_at) * 1000000)::bigint::text]) WITH ORDINALITY AS c(v, n));

-- Seals what waits, at most batch_size entries: one link per organization. One caller works at a time, the others
-- are told at once that there is nothing to do. An entry that is gone before its seal keeps its line in the
-- waiting list, where the check finds it.
CREATE FUNCTION seal_audit(batch_size int)
  RETURNS TABLE (organization text, number bigint, sealed int, head text)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT pg_try_advisory_xact_lock(x'7066615F61756474'::bigint) THEN
    RETURN;
  END IF;
  RETURN QUERY
  WITH taken AS (
    DELETE FROM audit_pending w WHERE w.entry_id IN (
      SELECT p.entry_id FROM audit_pending p JOIN audit_entry e USING (entry_id) ORDER BY p.entry_id LIMIT batch_size)
    RETURNING w.entry_id
  ), batch AS (
    SELECT e.organization_id, array_agg(e.entry_id ORDER BY e.entry_id) AS ids,
           string_agg(audit_digest(e), ''::bytea ORDER BY e.entry_id) AS digests
      FROM taken JOIN audit_entry e USING (entry_id) GROUP BY e.organization_id
  ), linked AS (
    INSERT INTO audit_seal (organization_id, seal_number, entry_ids, entry_digests, digest)
    SELECT b.organization_id, coalesce(h.seal_number, 0) + 1, b.ids, b.digests,
           sha256(coalesce(h.digest, ''::bytea) || convert_to(
             b.organization_id || ' ' || coalesce(h.seal_number, 0) + 1 || ' ' || array_to_string(b.ids, ','), 'UTF8')
             || b.digests)
      FROM batch b LEFT JOIN audit_head h USING (organization_id)
    RETURNING *
  ), moved AS (
    INSERT INTO audit_head AS h (organization_id, seal_number, entries, digest)
    SELECT l.organization_id, l.seal_number, cardinality(l.entry_ids), l.digest FROM linked l
    ON CONFLICT (organization_id) DO UPDATE
      SET seal_number = excluded.seal_number, entries = h.entries + excluded.entries, digest = excluded.digest
  )
  SELECT l.organization_id, l.seal_number, cardinality(l.entry_ids), encode(l.digest, 'hex') FROM linked l;
END
$$;
REVOKE ALL ON FUNCTION seal_audit(int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION seal_audit(int) TO vanguard_app, vanguard_worker;

-- What operators change by psql is audited by the database itself.
CREATE FUNCTION audit_flag() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO audit_entry (organization_id, action, actor_kind, actor_id, actor_name, detail)
  SELECT o.id, 'flag_changed', 'operator', session_user, session_user,
         jsonb_build_object('flag', coalesce(NEW.flag_name, OLD.flag_name), 'scope', 'everybody',
                            'before', OLD.enabled, 'after', NEW.enabled)
    FROM organization o;
  RETURN NULL;
END
$$;
CREATE TRIGGER feature_flags_audit AFTER INSERT OR UPDATE OR DELETE ON feature_flags
  FOR EACH ROW EXECUTE FUNCTION audit_flag();

CREATE FUNCTION audit_flag_override() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO audit_entry (organization_id, action, actor_kind, actor_id, actor_name, detail)
  VALUES (coalesce(NEW.organization_id, OLD.organization_id), 'flag_changed', 'operator', session_user, session_user,
          jsonb_build_object('flag', coalesce(NEW.flag_name, OLD.flag_name), 'scope', 'organization',
                             'before', OLD.enabled, 'after', NEW.enabled));
  RETURN NULL;
END
$$;
CREATE TRIGGER feature_flag_override_audit AFTER INSERT OR UPDATE OR DELETE ON feature_flag_override
  FOR EACH ROW EXECUTE FUNCTION audit_flag_override();

-- A read run's end, however it ends: also when another server gives up a run whose server died.
CREATE FUNCTION audit_read_run() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  requester user_account;
BEGIN
  SELECT * INTO requester FROM user_account WHERE id = NEW.requested_by;
  INSERT INTO audit_entry (organization_id, action, actor_kind, actor_id, actor_name, job_id, detail)
  VALUES (NEW.organization_id, 'read_run', CASE WHEN requester.id IS NULL THEN 'system' ELSE 'user' END,
          coalesce(requester.id::text, NEW.trigger), coalesce(requester.username, NEW.trigger), NEW.sync_id,
          jsonb_strip_nulls(jsonb_build_object(
            'status', NEW.status, 'syncType', NEW.sync_type, 'rowsRead', NEW.rows_read, 'inserted', NEW.inserted,
            'changed', NEW.changed, 'removed', NEW.removed, 'error', NEW.error)));
  RETURN NULL;
END
$$;
CREATE TRIGGER pfa_read_sync_audit AFTER UPDATE OF status ON pfa_read_sync
  FOR EACH ROW WHEN (OLD.status = 'running' AND NEW.status <> 'running') EXECUTE FUNCTION audit_read_run();
