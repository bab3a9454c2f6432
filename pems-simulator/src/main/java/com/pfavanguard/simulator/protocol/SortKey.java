package com.pfavanguard.simulator.protocol;

import com.pfavanguard.simulator.record.PfaField;
import com.pfavanguard.simulator.record.PfaRecord;
import com.pfavanguard.simulator.store.OrganizationRecords;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is remembered of a record while a million of them are sorted. */
record SortKey(@Nullable Object cell, String pfaId, OrganizationRecords records) {

  static SortKey of(OrganizationRecords records, PfaRecord record, PfaField field) {
    return new SortKey(record.get(field), record.pfaId(), records);
  }

  Optional<PfaRecord> record() {
    return records.find(pfaId);
  }

  /** Equal cells by id and organization, so that paging is stable. */
  static Comparator<SortKey> order(boolean descending) {
    Comparator<SortKey> cells = (one, other) -> Cells.compare(one.cell, other.cell);
    return (descending ? cells.reversed() : cells)
        .thenComparing(SortKey::pfaId)
        .thenComparing(key -> key.records.organization());
  }
}
