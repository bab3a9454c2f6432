package com.pfavanguard.pems;

import com.pfavanguard.kernel.FieldValues;
import java.util.function.Consumer;

/**
 * The one way to PEMS. Every call waits for its share of the connection's request budget, has a
 * timeout, and answers with a value or a sealed failure; it throws only for defects. Safe for use
 * by many threads. Protocol: docs/pems-protocol.md.
 */
public interface PemsGateway {

  /** Reads one record from the user-defined screen (action GET). */
  PemsResult<LiveRecord> read(PemsTarget target, String pfaId);

  /**
   * Writes the changed fields over the whole record as it was read, with its recordid as the lock
   * (action UPDATE).
   *
   * @return the record after the write
   */
  PemsResult<LiveRecord> update(PemsTarget target, LiveRecord current, FieldValues changes);

  /** How many records the query matches (LIST.COUNT). */
  PemsResult<Long> count(PemsTarget target, GridQuery query);

  /**
   * Streams one page of a bulk read; rows are handed over as they arrive, before the page is known
   * to be good.
   *
   * @param cursor position of the first row, 1 for the first page
   */
  PemsResult<GridPage> readPage(
      PemsTarget target, GridQuery query, long cursor, Consumer<GridRow> rows);
}
