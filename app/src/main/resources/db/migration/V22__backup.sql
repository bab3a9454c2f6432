SET lock_timeout = '5s';

-- The operator's dump also reads the sequences, those of later migrations too, and the list of migrations.
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON SEQUENCES TO vanguard_operator;
GRANT SELECT ON ALL SEQUENCES IN SCHEMA public TO vanguard_operator;
GRANT SELECT ON ALL TABLES IN SCHEMA public TO vanguard_operator;

-- Every backup that was tried. A restored database knows the runs of its own past only.
CREATE TABLE backup_run (
  run_id           uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  started_at       timestamptz NOT NULL,
  duration_seconds double precision NOT NULL CHECK (duration_seconds >= 0),
  outcome          text NOT NULL CHECK (outcome IN ('succeeded', 'failed')),
  file             text NOT NULL,
  location         text NOT NULL,
  size_bytes       bigint CHECK (size_bytes > 0),
  sha256           text CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  schema_version   text,
  error            text,
  verified_at      timestamptz,
  recorded_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
  recorded_by      text NOT NULL DEFAULT current_user,
  CHECK ((outcome = 'succeeded') = (size_bytes IS NOT NULL AND sha256 IS NOT NULL)),
  CHECK ((outcome = 'failed') = (error IS NOT NULL)),
  CHECK (verified_at IS NULL OR outcome = 'succeeded')
);
COMMENT ON COLUMN backup_run.location IS 'The folder, or s3://bucket/prefix, that holds the file.';
COMMENT ON COLUMN backup_run.verified_at IS 'When the file was last restored and compared.';
CREATE INDEX backup_run_recent ON backup_run (started_at DESC) WHERE outcome = 'succeeded';
CREATE INDEX backup_run_verified ON backup_run (verified_at DESC) WHERE verified_at IS NOT NULL;
GRANT SELECT, INSERT, UPDATE (verified_at) ON backup_run TO vanguard_operator;
GRANT SELECT ON backup_run TO vanguard_app;
