package com.pfavanguard.records.domain;

import com.pfavanguard.kernel.FieldValues;
import com.pfavanguard.kernel.PfaField;
import com.pfavanguard.kernel.PfaKey;
import java.math.BigDecimal;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record as one planner sees it: the mirror under everyone's queued edits under their own draft.
 *
 * @param version of the mirror beneath
 * @param values with every edit laid over
 * @param removed gone from PEMS at the last complete read, shown only while an edit of it is open
 * @param costs in the organization's currency, rounded to the cent
 */
public record RecordView(
    PfaKey key,
    long version,
    FieldValues values,
    String syncStatus,
    boolean removed,
    @Nullable OwnDraft draft,
    Costs costs) {

  /**
   * The caller's own draft on the record.
   *
   * @param base what its fields held in the version it was made on
   */
  public record OwnDraft(
      UUID modificationId, long baseVersion, Set<PfaField> fields, FieldValues base) {}

  /** Plan, forecast and actual cost, and the variance against the plan. */
  public record Costs(
      BigDecimal plan, BigDecimal forecast, BigDecimal actual, BigDecimal variance) {}
}
