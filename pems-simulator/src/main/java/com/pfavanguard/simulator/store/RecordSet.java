package com.pfavanguard.simulator.store;

import com.pfavanguard.simulator.portfolio.Organization;
import com.pfavanguard.simulator.portfolio.Portfolio;
import com.pfavanguard.simulator.record.PfaField;
import com.pfavanguard.simulator.record.PfaRecord;
import com.pfavanguard.simulator.record.RecordKey;
import com.pfavanguard.simulator.store.Write.Action;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The records of every organization; what a reset replaces as a whole. */
final class RecordSet {
  private final Portfolio portfolio;
  private final Map<String, OrganizationRecords> organizations = new HashMap<>();

  RecordSet(Portfolio portfolio) {
    this.portfolio = portfolio;
    for (Organization organization : portfolio.organizations()) {
      String code = organization.code();
      organizations.put(code, new OrganizationRecords(portfolio, code));
    }
  }

  /** What was written to these records, over another base. */
  RecordSet over(Portfolio other) {
    RecordSet copy = new RecordSet(other);
    organizations.forEach((code, records) -> records.copyWrittenTo(copy.of(code)));
    return copy;
  }

  Portfolio portfolio() {
    return portfolio;
  }

  OrganizationRecords of(String organization) {
    OrganizationRecords records = organizations.get(organization);
    return records == null ? new OrganizationRecords(portfolio, organization) : records;
  }

  Optional<PfaRecord> find(RecordKey key) {
    return of(key.organization()).find(key.pfaId());
  }

  void apply(Write write, Optional<PfaRecord> before) {
    OrganizationRecords records = of(write.key().organization());
    if (write.action() == Action.DELETE) {
      records.remove(write.key().pfaId());
    } else {
      PfaRecord base = before.orElseGet(() -> blank(write.key()));
      records.put(base.with(write.fields()).with(stamped(write.stamp())));
    }
  }

  private static Map<PfaField, Object> stamped(Write.Stamp stamp) {
    return Map.of(
        PfaField.VERSION, stamp.recordid(),
        PfaField.LAST_CHANGED_BY, stamp.user(),
        PfaField.LAST_CHANGED_AT, stamp.at());
  }

  /** A record with its key only, never written. */
  static PfaRecord blank(RecordKey key) {
    return PfaRecord.of(
        Map.of(
            PfaField.PFA_ID,
            key.pfaId(),
            PfaField.ORGANIZATION,
            key.organization(),
            PfaField.VERSION,
            0L,
            PfaField.LAST_CHANGED_BY,
            "",
            PfaField.LAST_CHANGED_AT,
            Instant.EPOCH));
  }
}
