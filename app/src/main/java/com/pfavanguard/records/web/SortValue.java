package com.pfavanguard.records.web;

import com.pfavanguard.kernel.PfaField;
import com.pfavanguard.records.domain.RecordColumn;
import com.pfavanguard.records.domain.RecordView;
import org.jspecify.annotations.Nullable;

/** The value of a record in the column that a listing is sorted by. */
final class SortValue {
  private SortValue() {}

  static @Nullable Object of(RecordView record, RecordColumn column) {
    return switch (column.name()) {
      case "pfaId" -> record.key().pfaId();
      case "syncStatus" -> record.syncStatus();
      case "planCost" -> record.costs().plan();
      case "forecastCost" -> record.costs().forecast();
      case "actualCost" -> record.costs().actual();
      case "variance" -> record.costs().variance();
      default -> PfaField.named(column.name()).map(record.values()::get).orElse(null);
    };
  }
}
