package com.pfavanguard.records;

import com.pfavanguard.kernel.FieldValues;
import com.pfavanguard.records.store.CostStore;
import com.pfavanguard.records.store.CurrentStore;
import com.pfavanguard.records.store.DraftStore;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Records as PEMS has and had them. Every call joins the caller's transaction. */
@Service
public class PemsRecords {
  private final CurrentStore current;
  private final DraftStore versions;
  private final CostStore costs;

  PemsRecords(CurrentStore current, DraftStore versions, CostStore costs) {
    this.current = current;
    this.versions = versions;
    this.costs = costs;
  }

  /** The newest known version by record id; unknown ids are missing. */
  public Map<String, CurrentRecord> current(String organizationId, Collection<String> pfaIds) {
    return current.find(organizationId, pfaIds);
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
