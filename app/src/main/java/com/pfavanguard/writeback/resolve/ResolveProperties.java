package com.pfavanguard.writeback.resolve;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param secondPersonAbove resolutions that change a record's cost by this much or more, in the
 *     organization's currency, need a second person; 0 or empty for none; the default stands in
 *     application.yaml, for an empty value would bring one given here back
 */
@ConfigurationProperties("vanguard.conflicts")
record ResolveProperties(@Nullable BigDecimal secondPersonAbove) {

  boolean needsSecondPerson(BigDecimal impact) {
    return secondPersonAbove != null
        && secondPersonAbove.signum() > 0
        && impact.abs().compareTo(secondPersonAbove) >= 0;
  }
}
