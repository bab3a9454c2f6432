package com.pfavanguard.simulator.store;

import com.pfavanguard.simulator.portfolio.Portfolio;
import com.pfavanguard.simulator.record.PfaRecord;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * The records of one organization in the order of their ids: the generated base, overlaid with what
 * was written. Any thread may read; writers take turns.
 */
public final class OrganizationRecords {
  private final Portfolio portfolio;
  private final String organization;
  private final int base;
  private final Map<String, PfaRecord> written = new ConcurrentHashMap<>();

  /** By id: records beyond the base (their record) and base records deleted (no record). */
  private final ConcurrentSkipListMap<String, Optional<PfaRecord>> exceptions =
      new ConcurrentSkipListMap<>();

  OrganizationRecords(Portfolio portfolio, String organization) {
    this.portfolio = portfolio;
    this.organization = organization;
    this.base = portfolio.size(organization);
  }

  public String organization() {
    return organization;
  }

  public Optional<PfaRecord> find(String pfaId) {
    Optional<PfaRecord> exception = exceptions.get(pfaId);
    if (exception != null) {
      return exception;
    }
    PfaRecord record = written.get(pfaId);
    if (record != null) {
      return Optional.of(record);
    }
    int index = portfolio.indexOf(organization, pfaId);
    return index < 0 ? Optional.empty() : Optional.of(portfolio.record(organization, index));
  }

  /** How many records there are now. */
  public int count() {
    int count = base;
    for (Optional<PfaRecord> exception : exceptions.values()) {
      count += exception.isPresent() ? 1 : -1;
    }
    return count;
  }

  /** A walk over the records by ascending id. */
  public RecordWalk walk() {
    return new RecordWalk(this, exceptions.entrySet().iterator());
  }

  void put(PfaRecord record) {
    String id = record.pfaId();
    if (portfolio.indexOf(organization, id) < 0) {
      exceptions.put(id, Optional.of(record));
    } else {
      written.put(id, record);
      exceptions.remove(id);
    }
  }

  void remove(String pfaId) {
    if (portfolio.indexOf(organization, pfaId) < 0) {
      exceptions.remove(pfaId);
    } else {
      exceptions.put(pfaId, Optional.empty());
    }
  }

  void copyWrittenTo(OrganizationRecords other) {
    written.values().forEach(other::put);
    exceptions.forEach((id, record) -> record.ifPresentOrElse(other::put, () -> other.remove(id)));
  }

  int base() {
    return base;
  }

  PfaRecord baseRecord(int index) {
    PfaRecord record = written.isEmpty() ? null : written.get(Portfolio.pfaId(index));
    return record == null ? portfolio.record(organization, index) : record;
  }

  /** How many ids of the base come before an id. */
  int baseBefore(String pfaId) {
    int low = 0;
    int high = base;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (Portfolio.pfaId(middle).compareTo(pfaId) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
