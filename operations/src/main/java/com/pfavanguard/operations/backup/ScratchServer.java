package com.pfavanguard.operations.backup;

import com.pfavanguard.operations.database.DatabaseUrl;

/** A PostgreSQL server on which databases may be made and thrown away. */
public interface ScratchServer extends AutoCloseable {
  /**
   * Any database of it, with a role that may create databases and act as {@code vanguard_owner}.
   */
  DatabaseUrl address();

  @Override
  default void close() {}

  /** A server that somebody else runs. */
  static ScratchServer given(DatabaseUrl address) {
    return () -> address;
  }
}
