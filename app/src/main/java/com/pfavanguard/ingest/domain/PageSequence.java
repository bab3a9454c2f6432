package com.pfavanguard.ingest.domain;

import com.pfavanguard.pems.GridPage;
import org.jspecify.annotations.Nullable;

/**
 * Watches the pages of one pass over a query's rows and refuses the first that cannot be right.
 * Every page but the first begins with the last row of the one before it: if rows came, went or
 * moved meanwhile, that row is another one, and only a new pass can be trusted. A page that is bad
 * in itself may be asked for once more. Not safe for several threads.
 */
public final class PageSequence {
  private final long expectedRows;
  private final int pageSize;
  private long cursor = 1;
  private long rows;
  private int rowsOfPage;
  private @Nullable String lastKey;
  private boolean ascending = true;
  private boolean finished;
  private State whole;

  /** What the rows of the pages that are whole add up to. */
  private record State(long rows, @Nullable String lastKey, boolean ascending) {}

  public PageSequence(long expectedRows, int pageSize) {
    this.expectedRows = expectedRows;
    this.pageSize = pageSize;
    this.finished = expectedRows == 0;
    this.whole = new State(0, null, true);
  }

  /** Forgets the rows of a page that did not come whole, so that it can be read again. */
  public void beginPage() {
    rows = whole.rows();
    lastKey = whole.lastKey();
    ascending = whole.ascending();
    rowsOfPage = 0;
  }

  /** Whether the last page was read. */
  public boolean finished() {
    return finished;
  }

  /** Position of the next page's first row. */
  public long cursor() {
    return cursor;
  }

  /** Distinct positions read so far. */
  public long rows() {
    return rows;
  }

  /** Whether every key was greater than the one before it, so that none came twice. */
  public boolean ascending() {
    return ascending;
  }

  /**
   * Takes the next row's key.
   *
   * @return false for the row that was read with the page before
   * @throws SyncFailed when this row cannot stand here
   */
  public boolean accept(String key) {
    rowsOfPage++;
    if (rowsOfPage == 1 && lastKey != null) {
      if (!key.equals(lastKey)) {
        throw SyncFailed.moved(
            "page_out_of_sequence",
            "A page did not continue where the one before it ended: PEMS repeated or reordered it,"
                + " or records came or went meanwhile. Start the read again.");
      }
      return false;
    }
    ascending &= lastKey == null || lastKey.compareTo(key) < 0;
    lastKey = key;
    rows++;
    if (rows > expectedRows) {
      throw mismatch("more than the");
    }
    return true;
  }

  /**
   * Takes what the page says of itself, after its rows.
   *
   * @throws SyncFailed when that contradicts the rows
   */
  public void endOfPage(GridPage page) {
    if (page.claimedRows() != page.rows() && page.claimedRows() != expectedRows) {
      throw new SyncFailed(
          "page_lies",
          "PEMS announced a page of %,d rows and sent %,d."
              .formatted(page.claimedRows(), page.rows()));
    }
    if (page.moreRecords() && page.rows() != pageSize) {
      throw new SyncFailed(
          "page_short",
          "PEMS sent %,d of %,d rows asked for although more were waiting. If it never sends more, lower vanguard.pems.page-size."
              .formatted(page.rows(), pageSize));
    }
    if (page.moreRecords() && page.nextCursor() - 1 <= cursor) {
      throw new SyncFailed("page_stuck", "PEMS says there are more rows but does not move on.");
    }
    if (!page.moreRecords() && rows != expectedRows) {
      throw mismatch("not the");
    }
    finished = !page.moreRecords();
    cursor = page.nextCursor() - 1;
    whole = new State(rows, lastKey, ascending);
  }

  private SyncFailed mismatch(String how) {
    return SyncFailed.moved(
        "count_mismatch",
        "PEMS sent %,d records, %s %,d that it counted.".formatted(rows, how, expectedRows));
  }
}
