-- Claims due edits. A row is due when auto_sync runs for its organization, none of its fields is on hold, and no earlier
-- edit of the same record is still open, whoever made it: that keeps the commit order per record.
--
-- The organizations of a connection take turns, those with the fewest writes in flight first: ten thousand edits of one
-- do not hold up a single one of another. Some places are kept for organizations that have nothing in flight. Within an
-- organization the priorities race with weights 8 : 3 : 1, so that high goes far ahead of low and low still comes
-- through. Only the first due rows of each organization and priority are looked at, by index: a long queue costs no
-- more than a short one.
WITH RECURSIVE waiting(organization_id) AS (
  (SELECT organization_id FROM pfa_write_queue WHERE status = 'pending' ORDER BY organization_id LIMIT 1)
  UNION ALL
  SELECT (SELECT q.organization_id FROM pfa_write_queue q
           WHERE q.status = 'pending' AND q.organization_id > w.organization_id
           ORDER BY q.organization_id LIMIT 1)
    FROM waiting w WHERE w.organization_id IS NOT NULL
), taking AS MATERIALIZED (
  SELECT w.organization_id, r.connection, r.room, r.newcomers,
         ceil((r.room + r.newcomers)::numeric / count(*) OVER (PARTITION BY r.connection))::int AS depth,
         (SELECT count(*) FROM pfa_write_queue p
           WHERE p.status = 'processing' AND p.organization_id = w.organization_id) AS in_flight
    FROM waiting w
    JOIN organization o ON o.id = w.organization_id
    JOIN unnest(:connections::text[], :rooms::int[], :newcomers::int[]) AS r(connection, room, newcomers)
      ON r.connection = o.pems_connection
   WHERE auto_sync_runs(w.organization_id)
), candidate AS MATERIALIZED (
  -- Independent exponential gaps: the first to arrive is of a priority with the chance of its weight.
  SELECT t.organization_id, t.connection, t.room, t.newcomers, t.in_flight, p.priority, q.id, q.scheduled_at,
         -ln(1 - random()) / p.weight AS gap
    FROM taking t
   CROSS JOIN (VALUES (0::smallint, 8.0::float8), (1::smallint, 3.0), (2::smallint, 1.0)) AS p(priority, weight)
   CROSS JOIN LATERAL (
     SELECT q.id, q.scheduled_at FROM pfa_write_queue q
      WHERE q.organization_id = t.organization_id AND q.status = 'pending' AND q.priority = p.priority
        AND q.scheduled_at <= statement_timestamp()
        AND ((SELECT NOT EXISTS (SELECT FROM pems_schema_hold WHERE cleared_at IS NULL))
             OR NOT pems_holds_write(q.organization_id, q.modification_id))
        AND NOT EXISTS (
          SELECT FROM pfa_write_queue earlier
           WHERE earlier.organization_id = q.organization_id AND earlier.pfa_id = q.pfa_id
             AND (earlier.status = 'processing'
               OR (earlier.status = 'pending' AND earlier.id < q.id)))
      ORDER BY q.scheduled_at, q.id
      LIMIT t.depth) q
), raced AS (
  SELECT *, sum(gap) OVER (PARTITION BY organization_id, priority ORDER BY scheduled_at, id) AS arrival
    FROM candidate
), ranked AS (
  SELECT *, in_flight + row_number() OVER (PARTITION BY organization_id ORDER BY arrival, id) AS turn
    FROM raced
), chosen AS MATERIALIZED (
  SELECT id, connection
    FROM (SELECT id, connection, room, newcomers, turn,
                 row_number() OVER (PARTITION BY connection ORDER BY turn, scheduled_at, id) AS place
            FROM ranked) placed
   WHERE place <= room OR (turn = 1 AND place <= room + newcomers)
), free AS MATERIALIZED (
  -- Another worker may have claimed a row since it was chosen: the condition is asked again under the lock.
  SELECT q.id FROM pfa_write_queue q
   WHERE q.id = ANY (ARRAY (SELECT id FROM chosen)) AND q.status = 'pending'
     FOR UPDATE OF q SKIP LOCKED
), claimed AS (
  UPDATE pfa_write_queue q
     SET status = 'processing', lease_owner = :worker, lease_number = lease_number + 1,
         leased_until = clock_timestamp() + :lease::interval,
         started_at = coalesce(started_at, clock_timestamp())
   WHERE q.id = ANY (ARRAY (SELECT id FROM free))
  RETURNING q.id, q.job_id, q.modification_id, q.lease_number, q.attempts, q.deferrals, q.created_at,
            q.traceparent, q.trace_links
)
-- One row without id when nothing could be claimed.
SELECT claimed.id, chosen.connection, claimed.job_id, claimed.modification_id,
       coalesce(claimed.lease_number, 0) AS lease_number, coalesce(claimed.attempts, 0) AS attempts,
       coalesce(claimed.deferrals, 0) AS deferrals, claimed.created_at, claimed.traceparent, claimed.trace_links,
       (SELECT count(*) FROM chosen) AS candidates
  FROM (SELECT) once
  LEFT JOIN (claimed JOIN chosen USING (id)) ON true
