package com.pfavanguard.records;

import com.pfavanguard.kernel.PfaField;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an organization's tenant takes of a field, as far as it is known: told by whoever knows
 * PEMS, for this module does not.
 */
@FunctionalInterface
public interface FieldLimits {
  /** By field; one that is missing here is not limited. */
  Map<PfaField, Limit> of(String organizationId);

  /**
   * @param length characters of a text, digits of a number
   * @param decimals digits after the point
   */
  record Limit(@Nullable Integer length, @Nullable Integer decimals) {}
}
