-- The last known PEMS state of every PFA record. Column names are the domain's field names.
-- version is PEMS's recordid; content_hash covers the planner's fields, so that an unchanged row is never rewritten.
CREATE TABLE pfa_mirror (
  organization_id       text NOT NULL REFERENCES organization,
  pfa_id                text NOT NULL,
  description           text,
  area_silo             text,
  category              text,
  category_description  text,
  equipment_class       text,
  manufacturer          text,
  model                 text,
  source                text,
  dor                   text,
  monthly_rate          numeric,
  purchase_price        numeric,
  plan_start            date,
  plan_end              date,
  plan_monthly_rate     numeric,
  plan_purchase_price   numeric,
  forecast_start        date,
  forecast_end          date,
  actual_start          date,
  actual_end            date,
  is_actualized         boolean NOT NULL DEFAULT false,
  is_discontinued       boolean NOT NULL DEFAULT false,
  is_funds_transferable boolean NOT NULL DEFAULT false,
  contract              text,
  contract_revision     text,
  equipment             text,
  last_changed_by       text,
  last_changed_at       timestamptz,
  version               bigint NOT NULL,
  content_hash          uuid NOT NULL,
  refreshed_at          timestamptz NOT NULL DEFAULT clock_timestamp(),
  removed_at            timestamptz,
  PRIMARY KEY (organization_id, pfa_id)
) WITH (fillfactor = 90);
COMMENT ON COLUMN pfa_mirror.removed_at IS 'Tombstone: gone from PEMS at the last complete read.';

-- Every version of a record that ever changed here: the first change also keeps the version before it,
-- so a first load costs nothing and the base of any edit is found in the mirror or here.
CREATE TABLE pfa_mirror_history (
  history_id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  organization_id       text NOT NULL,
  pfa_id                text NOT NULL,
  description           text,
  area_silo             text,
  category              text,
  category_description  text,
  equipment_class       text,
  manufacturer          text,
  model                 text,
  source                text,
  dor                   text,
  monthly_rate          numeric,
  purchase_price        numeric,
  plan_start            date,
  plan_end              date,
  plan_monthly_rate     numeric,
  plan_purchase_price   numeric,
  forecast_start        date,
  forecast_end          date,
  actual_start          date,
  actual_end            date,
  is_actualized         boolean NOT NULL,
  is_discontinued       boolean NOT NULL,
  is_funds_transferable boolean NOT NULL,
  contract              text,
  contract_revision     text,
  equipment             text,
  last_changed_by       text,
  last_changed_at       timestamptz,
  version               bigint NOT NULL,
  change_source         text NOT NULL CHECK (change_source IN ('read', 'write', 'removed')),
  modification_id       uuid,
  author                text,
  reason                text,
  recorded_at           timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX pfa_mirror_history_record ON pfa_mirror_history (organization_id, pfa_id, version);

-- Commit order, also the id of the queue row that carries the commit.
CREATE SEQUENCE pfa_commit_number;
GRANT USAGE ON SEQUENCE pfa_commit_number TO vanguard_app, vanguard_worker;

-- One author's delta on one record, with the base it was made on. Values are JSON by API field name;
-- a key with null clears the field, an absent key leaves it alone. payload is what will be written: the delta
-- over every earlier waiting edit of the same author and record that was folded into it. base covers both; base_versions
-- says of each field at which version its author was shown it.
CREATE TABLE pfa_modification (
  modification_id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  organization_id text NOT NULL,
  pfa_id          text NOT NULL,
  author_id       uuid NOT NULL REFERENCES user_account,
  sync_status     text NOT NULL CHECK (sync_status IN ('draft', 'queued', 'syncing', 'synced', 'superseded',
                    'conflict', 'awaiting_approval', 'failed', 'discarded')),
  base_version    bigint NOT NULL,
  base            jsonb NOT NULL,
  base_versions   jsonb NOT NULL,
  delta           jsonb NOT NULL,
  payload         jsonb,
  commit_number   bigint,
  reason          text,
  job_id          uuid,
  superseded_by   uuid REFERENCES pfa_modification,
  created_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
  updated_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
  committed_at    timestamptz,
  synced_at       timestamptz,
  synced_version  bigint,
  FOREIGN KEY (organization_id, pfa_id) REFERENCES pfa_mirror,
  CHECK ((sync_status = 'draft') = (committed_at IS NULL) OR sync_status = 'discarded'),
  CHECK ((committed_at IS NULL) = (payload IS NULL) AND (committed_at IS NULL) = (commit_number IS NULL)),
  CHECK ((sync_status = 'superseded') = (superseded_by IS NOT NULL))
) WITH (fillfactor = 80);
CREATE UNIQUE INDEX pfa_modification_one_draft ON pfa_modification (organization_id, pfa_id, author_id)
  WHERE sync_status = 'draft';
CREATE INDEX pfa_modification_open ON pfa_modification (organization_id, pfa_id)
  WHERE sync_status IN ('draft', 'queued', 'syncing', 'conflict', 'awaiting_approval', 'failed');
CREATE INDEX pfa_modification_synced ON pfa_modification (organization_id, pfa_id, commit_number)
  WHERE sync_status = 'synced';
CREATE INDEX pfa_modification_job ON pfa_modification (job_id) WHERE job_id IS NOT NULL;

CALL isolate_by_organization('pfa_mirror');
CALL isolate_by_organization('pfa_mirror_history');
CALL isolate_by_organization('pfa_modification');
GRANT SELECT, INSERT, UPDATE ON pfa_mirror, pfa_modification TO vanguard_app, vanguard_worker;
GRANT SELECT, INSERT ON pfa_mirror_history TO vanguard_app, vanguard_worker;
-- The worker names the author of an edit to PEMS and in the history; it sees no password.
GRANT SELECT (id, username, display_name) ON user_account TO vanguard_worker;

-- The cost rule, in one place. Rental: days / 30.44 x monthly rate; Purchase: the price; half-up to the cent.
CREATE FUNCTION pfa_cost(source text, starts date, ends date, monthly_rate numeric, purchase_price numeric)
  RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE source
    WHEN 'Rental' THEN coalesce(round((ends - starts) * monthly_rate / 30.44, 2), 0)
    WHEN 'Purchase' THEN coalesce(round(purchase_price, 2), 0)
    ELSE 0 END;

-- The plan is locked: it stays a rental or a purchase by its own amounts when the forecast changes its source.
CREATE FUNCTION pfa_plan_cost(source text, starts date, ends date, monthly_rate numeric, purchase_price numeric)
  RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN pfa_cost(
    CASE WHEN purchase_price IS NULL AND monthly_rate IS NOT NULL THEN 'Rental'
         WHEN monthly_rate IS NULL AND purchase_price IS NOT NULL THEN 'Purchase'
         ELSE source END, starts, ends, monthly_rate, purchase_price);

-- Merges JSON objects in order, later keys winning: how queued edits lie over one another.
CREATE AGGREGATE jsonb_overlay(jsonb) (SFUNC = jsonb_concat, STYPE = jsonb, INITCOND = '{}', PARALLEL = SAFE);
