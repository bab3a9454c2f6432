package com.pfavanguard.simulator.record;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One PFA record, immutable: values are of the Java type that belongs to the field's type. */
public final class PfaRecord {
  private final @Nullable Object[] values;

  private PfaRecord(@Nullable Object[] values) {
    this.values = values;
  }

  /** A record of the values given, the others empty. */
  public static PfaRecord of(Map<PfaField, ? extends @Nullable Object> values) {
    return new PfaRecord(new @Nullable Object[PfaField.all().size()]).with(values);
  }

  public @Nullable Object get(PfaField field) {
    return values[field.place()];
  }

  /** A copy in which the named fields have the values given. */
  public PfaRecord with(Map<PfaField, ? extends @Nullable Object> changes) {
    @Nullable Object[] copy = values.clone();
    changes.forEach((field, value) -> copy[field.place()] = value);
    return new PfaRecord(copy);
  }

  public RecordKey key() {
    return new RecordKey(text(PfaField.ORGANIZATION), pfaId());
  }

  public String pfaId() {
    return text(PfaField.PFA_ID);
  }

  /** The update counter that the recordid of a write must match. */
  public long recordid() {
    return (Long) Objects.requireNonNull(get(PfaField.VERSION));
  }

  public String lastChangedBy() {
    return text(PfaField.LAST_CHANGED_BY);
  }

  public Instant lastChangedAt() {
    return (Instant) Objects.requireNonNull(get(PfaField.LAST_CHANGED_AT));
  }

  private String text(PfaField field) {
    return (String) Objects.requireNonNull(get(field));
  }

  /** The fields whose values differ in the later record, with its values. */
  public Map<PfaField, @Nullable Object> changesTo(PfaRecord later) {
    Map<PfaField, @Nullable Object> changes = new EnumMap<>(PfaField.class);
    for (PfaField field : PfaField.all()) {
      if (!field.isKept() && !same(get(field), later.get(field))) {
        changes.put(field, later.get(field));
      }
    }
    return changes;
  }

  /** Numbers by value: 12.5 and 12.50 are one rate. */
  private static boolean same(@Nullable Object one, @Nullable Object other) {
    return (one instanceof BigDecimal a && other instanceof BigDecimal b)
        ? a.compareTo(b) == 0
        : Objects.equals(one, other);
  }

  /** Collects values in the order they are found; used where speed counts. */
  public static final class Builder {
    private final @Nullable Object[] values = new @Nullable Object[PfaField.all().size()];

    public Builder set(PfaField field, @Nullable Object value) {
      values[field.place()] = value;
      return this;
    }

    public @Nullable Object get(PfaField field) {
      return values[field.place()];
    }

    public PfaRecord build() {
      return new PfaRecord(values.clone());
    }
  }
}
