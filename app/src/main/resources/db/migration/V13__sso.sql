-- Single sign-on: who came from which provider as whom, and sign-ins that are under way.
-- A provider's subject never changes hands; a name or an e-mail address may. The first sign-in binds them.
CREATE TABLE sso_identity (
  issuer     text NOT NULL,
  subject    text NOT NULL CHECK (length(subject) BETWEEN 1 AND 255),
  user_id    uuid NOT NULL REFERENCES user_account,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (issuer, subject),
  UNIQUE (issuer, user_id)
);
GRANT SELECT, INSERT ON sso_identity TO vanguard_app;
GRANT DELETE ON sso_identity TO vanguard_operator;

-- Used once, by the browser that began it, on whichever server it comes back to.
CREATE TABLE sso_attempt (
  state_hash    bytea PRIMARY KEY CHECK (octet_length(state_hash) = 32),
  browser_hash  bytea NOT NULL CHECK (octet_length(browser_hash) = 32),
  nonce         text NOT NULL,
  code_verifier text NOT NULL,
  redirect_uri  text NOT NULL,
  expires_at    timestamptz NOT NULL
);
CREATE INDEX sso_attempt_expiry ON sso_attempt (expires_at);
GRANT SELECT, INSERT, DELETE ON sso_attempt TO vanguard_app;
