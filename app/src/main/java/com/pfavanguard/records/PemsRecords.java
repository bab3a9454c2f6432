package com.pfavanguard.records;

import com.pfavanguard.identity.OrganizationAccess;
import com.pfavanguard.kernel.FieldValues;
import com.pfavanguard.records.store.CostStore;
import com.pfavanguard.records.store.CurrentStore;
import com.pfavanguard.records.store.DraftStore;
import com.pfavanguard.records.store.RecordStore;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Records as PEMS has and had them. Every call joins the caller's transaction. */
@Service
public class PemsRecords {
  private final CurrentStore current;
  private final DraftStore versions;
  private final CostStore costs;
  private final RecordStore records;

  PemsRecords(CurrentStore current, DraftStore versions, CostStore costs, RecordStore records) {
    this.current = current;
    this.versions = versions;
    this.costs = costs;
    this.records = records;
  }

  /** The newest known version by record id; unknown ids are missing. */
  public Map<String, CurrentRecord> current(String organizationId, Collection<String> pfaIds) {
    return current.find(organizationId, pfaIds);
  }

  /** The same under everyone's queued edits, as PEMS will have them when all goes well. */
  public Map<String, CurrentRecord> underway(OrganizationAccess access, Collection<String> pfaIds) {
    return records.findWithoutDrafts(access, pfaIds).stream()
        .collect(
            Collectors.toMap(
                view -> view.key().pfaId(),
                view -> new CurrentRecord(view.version(), view.values(), view.removed())));
  }

  /** Every field of records at the wanted versions; versions not kept here are missing. */
  public Map<String, FieldValues> at(String organizationId, Map<String, Long> versions) {
    return versions.isEmpty() ? Map.of() : this.versions.findVersions(organizationId, versions);
  }

  /**
   * What records of these values cost: actual where on site, forecast elsewhere; rounded to the
   * cent, in the organization's currency, in the order given.
   */
  public List<BigDecimal> costs(List<FieldValues> records) {
    return records.isEmpty() ? List.of() : costs.find(records);
  }
}
