package com.pfavanguard.records.store;

import com.pfavanguard.kernel.FieldValues;
import com.pfavanguard.kernel.PfaField;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import org.jspecify.annotations.Nullable;

/** Field values to and from JDBC. */
final class SqlValues {
  private SqlValues() {}

  /** PostgreSQL's driver takes moments only with an offset. */
  static Object bindable(Object value) {
    return value instanceof Instant moment ? moment.atOffset(ZoneOffset.UTC) : value;
  }

  /** Every field of the current row, by column name. */
  static FieldValues read(ResultSet row) throws SQLException {
    EnumMap<PfaField, @Nullable Object> values = new EnumMap<>(PfaField.class);
    for (PfaField field : PfaField.ALL) {
      values.put(field, read(row, field));
    }
    return FieldValues.of(values);
  }

  private static @Nullable Object read(ResultSet row, PfaField field) throws SQLException {
    String column = field.column();
    return switch (field.type()) {
      case TEXT -> row.getString(column);
      case DECIMAL -> row.getObject(column, BigDecimal.class);
      case DATE -> row.getObject(column, LocalDate.class);
      case FLAG -> row.getObject(column, Boolean.class);
      case MOMENT -> moment(row.getTimestamp(column));
    };
  }

  private static @Nullable Instant moment(@Nullable Timestamp timestamp) {
    return timestamp == null ? null : timestamp.toInstant();
  }
}
