package com.pfavanguard.pems.schema;

import com.pfavanguard.kernel.PfaField;
import com.pfavanguard.pems.FieldHold.Reason;
import com.pfavanguard.pems.GridSchema;
import com.pfavanguard.pems.GridSchema.Column;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a tenant says of our fields against what it said first. Only what may harm a write counts: a
 * longer text or more digits do not.
 */
final class SchemaComparison {
  private final Map<PfaField, Column> known;

  SchemaComparison(Map<PfaField, Column> known) {
    this.known = known;
  }

  /** Why a field may not be written, in a sentence for the planner. */
  record Drift(Reason reason, String detail) {}

  /** The fields that are not what they were. */
  Map<PfaField, Drift> drifts(GridSchema seen) {
    Map<PfaField, Drift> drifts = new EnumMap<>(PfaField.class);
    for (PfaField field : PfaField.ALL) {
      drift(field, seen.columns().get(field)).ifPresent(drift -> drifts.put(field, drift));
    }
    return drifts;
  }

  /** What is to be known from now on of fields that did not drift. */
  Map<PfaField, Column> learned(GridSchema seen) {
    Map<PfaField, Column> learned = new EnumMap<>(PfaField.class);
    seen.columns()
        .forEach(
            (field, column) -> {
              if (drift(field, column).isEmpty() && !column.equals(known.get(field))) {
                learned.put(field, column);
              }
            });
    return learned;
  }

  private Optional<Drift> drift(PfaField field, @Nullable Column now) {
    if (now == null) {
      return Optional.of(new Drift(Reason.missing, "PEMS no longer has the field under its name."));
    }
    Column before = known.get(field);
    if (before == null) {
      return Optional.empty();
    }
    if (before.type() != null && now.type() != null && !before.type().equals(now.type())) {
      return drift(Reason.type, "PEMS changed the field's type from", before.type(), now.type());
    }
    if (less(now.maxLength(), before.maxLength())) {
      return drift(
          Reason.max_length, "PEMS shortened the field from", before.maxLength(), now.maxLength());
    }
    if (less(now.decimals(), before.decimals())) {
      return drift(
          Reason.decimals, "PEMS cut the field's decimals from", before.decimals(), now.decimals());
    }
    return Optional.empty();
  }

  private static Optional<Drift> drift(
      Reason reason, String what, @Nullable Object before, @Nullable Object now) {
    return Optional.of(new Drift(reason, what + " " + before + " to " + now + "."));
  }

  private static boolean less(@Nullable Integer now, @Nullable Integer before) {
    return now != null && before != null && now < before;
  }
}
