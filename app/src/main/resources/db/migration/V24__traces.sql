SET lock_timeout = '5s';

-- Where a waiting edit belongs among traces. Versions that know nothing of it leave both empty.
ALTER TABLE pfa_write_queue
  ADD COLUMN traceparent text CHECK (length(traceparent) <= 64),
  ADD COLUMN trace_links text CHECK (length(trace_links) <= 4096);
COMMENT ON COLUMN pfa_write_queue.traceparent IS 'W3C traceparent of the request that committed it; null when not traced.';
COMMENT ON COLUMN pfa_write_queue.trace_links IS 'Traceparents of later commits that were folded into it, separated by spaces.';
