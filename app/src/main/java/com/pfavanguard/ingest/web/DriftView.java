package com.pfavanguard.ingest.web;

import com.pfavanguard.ingest.Drift;
import com.pfavanguard.kernel.FieldType;
import com.pfavanguard.kernel.FieldValues;
import com.pfavanguard.kernel.PfaField;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A drift as the API shows it.
 *
 * @param drift {@code missing}, {@code extra}, {@code field_differs} or {@code version_differs}
 * @param cause {@code behind}, {@code altered}, {@code ahead}, {@code own_edit_pending} or {@code
 *     gone_from_pems}
 * @param explanation the cause in a sentence
 */
record DriftView(
    String pfaId,
    Drift.Kind drift,
    Drift.Cause cause,
    String explanation,
    boolean healed,
    @Nullable Long mirrorVersion,
    @Nullable Long pemsVersion,
    List<Field> fields) {

  /** A field with its value on either side; an amount that the caller may not see is null. */
  record Field(String field, @Nullable Object mirror, @Nullable Object pems) {}

  static DriftView of(Drift drift, boolean showsMoney) {
    return new DriftView(
        drift.pfaId(),
        drift.kind(),
        drift.cause(),
        drift.cause().explanation(),
        drift.healed(),
        drift.mirrorVersion(),
        drift.pemsVersion(),
        drift.pems().fields().stream().map(field -> field(field, drift, showsMoney)).toList());
  }

  private static Field field(PfaField field, Drift drift, boolean showsMoney) {
    boolean hidden = field.money() && !showsMoney;
    return new Field(
        field.apiName(),
        hidden ? null : value(field, drift.mirror()),
        hidden ? null : value(field, drift.pems()));
  }

  private static @Nullable Object value(PfaField field, FieldValues values) {
    Object value = values.get(field);
    return value == null || field.type() == FieldType.FLAG ? value : field.type().format(value);
  }
}
