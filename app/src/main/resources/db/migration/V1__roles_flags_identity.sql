-- Four roles share this database. The owner runs migrations. The app role is held to its organizations by
-- row-level security, the worker role crosses organizations by a policy of its own, the operator sees all
-- (psql, backup). Roles that already exist keep their passwords and attributes.
DO $$
DECLARE
  role_name text;
BEGIN
  FOREACH role_name IN ARRAY ARRAY['vanguard_app', 'vanguard_worker', 'vanguard_operator'] LOOP
    IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = role_name) THEN
      EXECUTE format('CREATE ROLE %I NOLOGIN', role_name);
    END IF;
  END LOOP;
END
$$;

REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO vanguard_app, vanguard_worker, vanguard_operator;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO vanguard_operator;

-- The organizations this transaction may touch; empty when nothing was set, so that nothing is visible.
CREATE FUNCTION visible_organizations() RETURNS text[]
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN string_to_array(nullif(current_setting('vanguard.organizations', true), ''), ',');

-- Row-level security for a table with an organization_id column: one line per tenant table.
CREATE PROCEDURE isolate_by_organization(tenant_table regclass)
  LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', tenant_table);
  EXECUTE format(
    'CREATE POLICY own_organizations ON %s TO vanguard_app
       USING (organization_id = ANY ((SELECT visible_organizations())::text[]))
       WITH CHECK (organization_id = ANY ((SELECT visible_organizations())::text[]))', tenant_table);
  EXECUTE format('CREATE POLICY every_organization ON %s TO vanguard_worker USING (true) WITH CHECK (true)',
    tenant_table);
  EXECUTE format('CREATE POLICY operator_sees_all ON %s TO vanguard_operator USING (true) WITH CHECK (true)',
    tenant_table);
END
$$;

CREATE TABLE organization (
  id                text PRIMARY KEY CHECK (id ~ '^[A-Za-z0-9][A-Za-z0-9_.-]{0,29}$'),
  name              text NOT NULL,
  currency          text NOT NULL DEFAULT 'USD' CHECK (currency ~ '^[A-Z]{3}$'),
  pems_connection   text NOT NULL DEFAULT 'default',
  pems_organization text NOT NULL,
  created_at        timestamptz NOT NULL DEFAULT now()
);
COMMENT ON COLUMN organization.pems_organization IS 'The code sent to PEMS; never taken from a request.';
GRANT SELECT, INSERT, UPDATE ON organization TO vanguard_app;
GRANT SELECT ON organization TO vanguard_worker;

CREATE TABLE feature_flags (
  flag_name   text PRIMARY KEY,
  enabled     boolean NOT NULL,
  description text NOT NULL DEFAULT '',
  updated_at  timestamptz NOT NULL DEFAULT now(),
  updated_by  text NOT NULL DEFAULT current_user
);
CREATE TABLE feature_flag_override (
  flag_name       text NOT NULL REFERENCES feature_flags,
  organization_id text NOT NULL REFERENCES organization,
  enabled         boolean NOT NULL,
  updated_at      timestamptz NOT NULL DEFAULT now(),
  updated_by      text NOT NULL DEFAULT current_user,
  PRIMARY KEY (flag_name, organization_id)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON feature_flags, feature_flag_override TO vanguard_app, vanguard_operator;
GRANT SELECT ON feature_flags, feature_flag_override TO vanguard_worker;
INSERT INTO feature_flags (flag_name, enabled, description)
VALUES ('auto_sync', true, 'Workers claim queued edits and write them to PEMS. Off: nothing new is claimed.');

-- Off for everybody beats an override; an override can only pause its own organization.
CREATE FUNCTION auto_sync_runs(organization text) RETURNS boolean
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN coalesce((SELECT enabled FROM feature_flags WHERE flag_name = 'auto_sync'), false)
     AND coalesce((SELECT o.enabled FROM feature_flag_override o
                    WHERE o.flag_name = 'auto_sync' AND o.organization_id = organization), true);

CREATE TABLE user_account (
  id            uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  username      text NOT NULL CHECK (username = lower(username) AND length(username) BETWEEN 1 AND 200),
  display_name  text NOT NULL,
  password_hash text NOT NULL,
  system_role   text CHECK (system_role IN ('system_admin', 'portfolio_executive')),
  enabled       boolean NOT NULL DEFAULT true,
  created_at    timestamptz NOT NULL DEFAULT now(),
  UNIQUE (username)
);

CREATE TABLE role_template (
  name        text PRIMARY KEY,
  permissions text[] NOT NULL
);
INSERT INTO role_template (name, permissions) VALUES
  ('planner', '{Read,EditForecast,EditActuals,Delete,Import,RefreshData,Export,ViewFinancials,SaveDraft,Sync}'),
  ('viewer',  '{Read}'),
  ('admin',   '{Read,EditForecast,EditActuals,Delete,Import,RefreshData,Export,ViewFinancials,SaveDraft,Sync,ManageUsers,ManageSettings,ConfigureAlerts,Impersonate}');

CREATE TABLE membership (
  user_id         uuid NOT NULL REFERENCES user_account,
  organization_id text NOT NULL REFERENCES organization,
  role_template   text NOT NULL REFERENCES role_template,
  granted         text[] NOT NULL DEFAULT '{}',
  revoked         text[] NOT NULL DEFAULT '{}',
  expires_at      timestamptz,
  PRIMARY KEY (user_id, organization_id)
);

-- Only a SHA-256 of the token is kept: reading this table gives nobody a session.
CREATE TABLE user_session (
  token_hash bytea PRIMARY KEY CHECK (octet_length(token_hash) = 32),
  user_id    uuid NOT NULL REFERENCES user_account,
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  revoked_at timestamptz
);
CREATE INDEX user_session_user ON user_session (user_id);
CREATE INDEX user_session_expiry ON user_session (expires_at);

GRANT SELECT, INSERT, UPDATE ON user_account TO vanguard_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON membership, user_session TO vanguard_app;
GRANT SELECT ON role_template TO vanguard_app;

-- Whoever keeps a connection open for somebody looks again as soon as access may have changed.
CREATE FUNCTION announce_access() RETURNS trigger
  LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('vanguard_access', '');
  RETURN NULL;
END
$$;
CREATE TRIGGER user_session_announce AFTER UPDATE OR DELETE ON user_session
  FOR EACH ROW EXECUTE FUNCTION announce_access();
CREATE TRIGGER membership_announce AFTER INSERT OR UPDATE OR DELETE ON membership
  FOR EACH ROW EXECUTE FUNCTION announce_access();
CREATE TRIGGER user_account_announce AFTER UPDATE ON user_account
  FOR EACH ROW EXECUTE FUNCTION announce_access();
CREATE TRIGGER role_template_announce AFTER UPDATE ON role_template
  FOR EACH ROW EXECUTE FUNCTION announce_access();
