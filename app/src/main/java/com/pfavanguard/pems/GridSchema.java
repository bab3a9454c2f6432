package com.pfavanguard.pems;

import com.pfavanguard.kernel.PfaField;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a tenant's grid says of our fields.
 *
 * @param columns by field; a field that is missing here has no column under its alias
 */
public record GridSchema(Map<PfaField, Column> columns) {
  /**
   * A field's column; null where the tenant does not say.
   *
   * @param type the tenant's own word, such as {@code NUMBER}
   * @param maxLength characters of a text, digits of a number
   * @param decimals digits after the point
   */
  public record Column(
      @Nullable String type, @Nullable Integer maxLength, @Nullable Integer decimals) {}
}
