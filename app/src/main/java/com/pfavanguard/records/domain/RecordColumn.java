package com.pfavanguard.records.domain;

import com.pfavanguard.kernel.FieldType;
import com.pfavanguard.kernel.PfaField;
import java.util.Optional;

/**
 * A column of the merged view that can be sorted and filtered by: a field of the record, its id, or
 * a computed cost.
 *
 * @param name in the API
 * @param sql column of the merged view; from this closed set only, never from a request
 */
public record RecordColumn(String name, String sql, FieldType type, boolean money) {
  public static final RecordColumn PFA_ID =
      new RecordColumn("pfaId", "pfa_id", FieldType.TEXT, false);

  /** The column of this API name. */
  public static Optional<RecordColumn> named(String name) {
    return switch (name) {
      case "pfaId" -> Optional.of(PFA_ID);
      case "syncStatus" ->
          Optional.of(new RecordColumn(name, "sync_status", FieldType.TEXT, false));
      case "planCost" -> cost(name, "plan_cost");
      case "forecastCost" -> cost(name, "forecast_cost");
      case "actualCost" -> cost(name, "actual_cost");
      case "variance" -> cost(name, "variance");
      default ->
          PfaField.named(name)
              .map(field -> new RecordColumn(name, field.column(), field.type(), field.money()));
    };
  }

  private static Optional<RecordColumn> cost(String name, String sql) {
    return Optional.of(new RecordColumn(name, sql, FieldType.DECIMAL, true));
  }
}
