package com.pfavanguard.kernel;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Values of some fields of a record. Absent, null and a value are three different things: absent
 * leaves a field alone, null clears it. Immutable; decimals are equal when their numbers are,
 * whatever their scale.
 */
public final class FieldValues {
  public static final FieldValues EMPTY = new FieldValues(new EnumMap<>(PfaField.class));

  private final EnumMap<PfaField, @Nullable Object> values;

  private FieldValues(EnumMap<PfaField, @Nullable Object> values) {
    this.values = values;
  }

  public static FieldValues of(Map<PfaField, ? extends @Nullable Object> values) {
    EnumMap<PfaField, @Nullable Object> copy = new EnumMap<>(PfaField.class);
    copy.putAll(values);
    return new FieldValues(copy);
  }

  /**
   * Reads a JSON object of text forms by API name, as kept in the database; unknown names are
   * ignored.
   */
  public static FieldValues fromTexts(Map<String, @Nullable String> texts) {
    EnumMap<PfaField, @Nullable Object> values = new EnumMap<>(PfaField.class);
    texts.forEach(
        (name, text) ->
            PfaField.named(name)
                .ifPresent(
                    field -> values.put(field, text == null ? null : field.type().parse(text))));
    return new FieldValues(values);
  }

  /** The text forms by API name, in field order. */
  public Map<String, @Nullable String> toTexts() {
    Map<String, @Nullable String> texts = new LinkedHashMap<>();
    values.forEach(
        (field, value) ->
            texts.put(field.apiName(), value == null ? null : field.type().format(value)));
    return texts;
  }

  public Set<PfaField> fields() {
    return Collections.unmodifiableSet(values.keySet());
  }

  public boolean has(PfaField field) {
    return values.containsKey(field);
  }

  /** The value, or null when the field is null or absent; ask {@link #has} to tell them apart. */
  public @Nullable Object get(PfaField field) {
    return values.get(field);
  }

  public boolean isEmpty() {
    return values.isEmpty();
  }

  /** These values with the other's laid over them. */
  public FieldValues overlaidBy(FieldValues other) {
    EnumMap<PfaField, @Nullable Object> merged = new EnumMap<>(values);
    merged.putAll(other.values);
    return new FieldValues(merged);
  }

  public FieldValues only(Predicate<PfaField> wanted) {
    EnumMap<PfaField, @Nullable Object> some = new EnumMap<>(values);
    some.keySet().removeIf(wanted.negate());
    return new FieldValues(some);
  }

  /** Whether both hold the same value of the field; absent counts as null. */
  public boolean agreesOn(PfaField field, FieldValues other) {
    return same(get(field), other.get(field));
  }

  /** Equality of two values of one field: numbers by value, everything else by equals. */
  public static boolean same(@Nullable Object left, @Nullable Object right) {
    if (left instanceof BigDecimal a && right instanceof BigDecimal b) {
      return a.compareTo(b) == 0;
    }
    return left == null ? right == null : left.equals(right);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof FieldValues that
        && values.keySet().equals(that.values.keySet())
        && values.keySet().stream().allMatch(field -> agreesOn(field, that));
  }

  @Override
  public int hashCode() {
    return values.keySet().hashCode();
  }

  @Override
  public String toString() {
    return toTexts().toString();
  }
}
