package com.pfavanguard.records;

import com.pfavanguard.kernel.FieldType;
import com.pfavanguard.kernel.FieldValues;
import com.pfavanguard.kernel.PfaField;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/**
 * One value that is equal for two versions of a record exactly when every field of the planner's
 * is: what PEMS keeps itself is left out. Stored as {@code content_hash}; the same in every process
 * and release. Numbers are equal whatever their scale, and an empty flag is false.
 */
public final class ContentHash {
  private static final List<PfaField> CONTENT =
      PfaField.ALL.stream().filter(field -> !field.bookkeeping()).toList();
  // No value holds it: PostgreSQL's texts cannot.
  private static final char SEPARATOR = '\0';

  private ContentHash() {}

  /** A hash of 122 bits: chance never makes two versions equal. */
  public static UUID of(FieldValues values) {
    StringBuilder content = new StringBuilder(512);
    for (PfaField field : CONTENT) {
      Object value = values.get(field);
      // Only what is there counts, so that a field of a later release does not change old hashes.
      if (value != null && !Boolean.FALSE.equals(value)) {
        content.append(field.apiName()).append(SEPARATOR);
        content.append(text(field.type(), value)).append(SEPARATOR);
      }
    }
    return UUID.nameUUIDFromBytes(content.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static String text(FieldType type, Object value) {
    return value instanceof BigDecimal number
        ? number.stripTrailingZeros().toPlainString()
        : type.format(value);
  }
}
