-- A tenant that does not check the recordid lets a write pass over a change made in the very moment of writing.
ALTER TABLE pfa_modification ADD COLUMN overtook bigint NOT NULL DEFAULT 0;
COMMENT ON COLUMN pfa_modification.overtook IS
  'Versions of PEMS that nobody here has seen and that this edit was written over; synced_version follows them.';
