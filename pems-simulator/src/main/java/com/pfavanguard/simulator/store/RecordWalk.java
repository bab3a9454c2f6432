package com.pfavanguard.simulator.store;

import com.pfavanguard.simulator.record.PfaRecord;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Walks an organization's records by ascending id. Skipping costs by the records added and deleted,
 * not by those skipped.
 */
public final class RecordWalk implements Iterator<PfaRecord> {
  private final OrganizationRecords records;
  private final Iterator<Map.Entry<String, Optional<PfaRecord>>> exceptions;
  private int index;
  private Map.@Nullable Entry<String, Optional<PfaRecord>> exception;
  private int exceptionAt;

  RecordWalk(
      OrganizationRecords records, Iterator<Map.Entry<String, Optional<PfaRecord>>> exceptions) {
    this.records = records;
    this.exceptions = exceptions;
    nextException();
  }

  private void nextException() {
    exception = null;
    exceptionAt = records.base();
    if (exceptions.hasNext()) {
      exception = exceptions.next();
      exceptionAt = records.baseBefore(exception.getKey());
    }
  }

  /** Steps over so many records, or to the end. */
  public RecordWalk skip(long rows) {
    long left = rows;
    while (left > 0 && hasNext()) {
      if (index < exceptionAt) {
        long step = Math.min(left, exceptionAt - index);
        index += (int) step;
        left -= step;
      } else {
        nextException();
        left--;
      }
    }
    return this;
  }

  @Override
  public boolean hasNext() {
    while (exception != null && index == exceptionAt && exception.getValue().isEmpty()) {
      index++;
      nextException();
    }
    return exception != null || index < records.base();
  }

  @Override
  public PfaRecord next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    if (exception != null && index == exceptionAt) {
      PfaRecord added = exception.getValue().orElseThrow();
      nextException();
      return added;
    }
    return records.baseRecord(index++);
  }
}
