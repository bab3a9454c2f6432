SET lock_timeout = '5s';

-- What a flag tells people while it is on, or beforehand. Today only "maintenance" uses it.
ALTER TABLE feature_flags
  ADD COLUMN message   text,
  ADD COLUMN level     text CHECK (level IN ('banner', 'page')),
  ADD COLUMN starts_at timestamptz,
  ADD COLUMN ends_at   timestamptz,
  ADD CONSTRAINT feature_flags_message CHECK (length(message) <= 500);
COMMENT ON COLUMN feature_flags.level IS 'maintenance: banner lets people read, page keeps them out; null counts as page.';
COMMENT ON COLUMN feature_flags.starts_at IS 'maintenance: announced to everybody from now on while the flag is off.';
COMMENT ON COLUMN feature_flags.ends_at IS 'maintenance: the announced end. It ends when the flag is switched off, not by itself.';

INSERT INTO feature_flags (flag_name, enabled, description)
VALUES ('maintenance', false, 'People are kept from writing; administrators and health are let through.')
ON CONFLICT (flag_name) DO NOTHING;
