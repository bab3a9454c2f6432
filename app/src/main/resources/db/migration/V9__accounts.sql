-- Accounts beyond a name and a password: forced change, lockout, sessions that can be seen and ended, access tokens,
-- invitations.
ALTER TABLE user_account ADD COLUMN must_change_password boolean NOT NULL DEFAULT false;

-- Wrong passwords of an account in a row. Apart from the account, whose changes everybody is told of.
CREATE TABLE sign_in_failure (
  user_id        uuid PRIMARY KEY REFERENCES user_account,
  failures       int NOT NULL,
  last_failed_at timestamptz NOT NULL,
  locked_until   timestamptz
);
GRANT SELECT, INSERT, UPDATE, DELETE ON sign_in_failure TO vanguard_app;

-- An access token is a session that a person named and narrowed; a script brings it instead of a password.
-- Scopes narrow what the user may do, now and later; null leaves it as it is.
ALTER TABLE user_session
  ADD COLUMN session_id          uuid NOT NULL DEFAULT gen_random_uuid(),
  ADD COLUMN kind                text NOT NULL DEFAULT 'sign_in' CHECK (kind IN ('sign_in', 'access_token', 'impersonation')),
  ADD COLUMN name                text CHECK (length(name) BETWEEN 1 AND 100),
  ADD COLUMN scope_permissions   text[],
  ADD COLUMN scope_organizations text[],
  ADD COLUMN impersonator_id     uuid REFERENCES user_account,
  ADD COLUMN address             text,
  ADD COLUMN user_agent          text,
  ADD COLUMN last_used_at        timestamptz,
  ADD UNIQUE (session_id),
  ADD CHECK ((kind = 'access_token') = (name IS NOT NULL)),
  ADD CHECK ((kind = 'impersonation') = (impersonator_id IS NOT NULL));

-- That a session was used is nobody's news.
DROP TRIGGER user_session_announce ON user_session;
CREATE TRIGGER user_session_announce AFTER DELETE OR UPDATE OF revoked_at, expires_at ON user_session
  FOR EACH ROW EXECUTE FUNCTION announce_access();

-- A one-time link by which somebody sets the password of an account that waits for them.
CREATE TABLE invitation (
  token_hash bytea PRIMARY KEY CHECK (octet_length(token_hash) = 32),
  user_id    uuid NOT NULL REFERENCES user_account,
  invited_by uuid NOT NULL REFERENCES user_account,
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  used_at    timestamptz
);
CREATE INDEX invitation_user ON invitation (user_id);
GRANT SELECT, INSERT, UPDATE ON invitation TO vanguard_app;
