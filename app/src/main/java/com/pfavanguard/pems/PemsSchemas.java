package com.pfavanguard.pems;

/** Asks tenants what they say of our fields now (LIST.HEAD_ONLY). Safe for many threads. */
@FunctionalInterface
public interface PemsSchemas {
  PemsResult<GridSchema> schema(PemsTarget target);
}
