-- PEMS connections that administrators keep here instead of in the configuration of every process. The password or key is
-- encrypted before it comes here: a key of its own for each row, itself encrypted under the key of the secret source, and
-- bound to the row's id. See docs/adr/0016.
CREATE TABLE pems_connection (
  connection_id       text PRIMARY KEY CHECK (connection_id ~ '^[a-z0-9][a-z0-9-]{0,39}$' AND connection_id <> 'default'),
  base_url            text NOT NULL CHECK (length(base_url) BETWEEN 1 AND 500),
  tenant              text NOT NULL CHECK (length(tenant) <= 100),
  username            text NOT NULL CHECK (length(username) <= 200),
  credential_kind     text NOT NULL CHECK (credential_kind IN ('password', 'api_key')),
  credential          bytea NOT NULL,
  key_id              int NOT NULL,
  credential_ends_at  timestamptz,
  requests_per_second int NOT NULL CHECK (requests_per_second BETWEEN 1 AND 10000),
  burst               int NOT NULL CHECK (burst BETWEEN 1 AND 10000),
  sessions            int NOT NULL CHECK (sessions BETWEEN 1 AND 1000),
  changed_by          text NOT NULL,
  changed_at          timestamptz NOT NULL DEFAULT now()
);
COMMENT ON COLUMN pems_connection.credential IS 'Encrypted (Tink, AES-256-GCM, envelope); the id of the row is its associated data.';
COMMENT ON COLUMN pems_connection.key_id IS 'Which key of the secret source the row''s own key is encrypted under.';
COMMENT ON COLUMN pems_connection.credential_ends_at IS 'When its keeper says that the password ends.';

GRANT SELECT, INSERT, UPDATE, DELETE ON pems_connection TO vanguard_app;
GRANT SELECT ON pems_connection TO vanguard_worker;
-- The backup must be whole; the operator cannot read what is encrypted.
GRANT SELECT ON pems_connection TO vanguard_operator;
