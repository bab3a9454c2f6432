package com.pfavanguard.simulator.protocol;

import com.pfavanguard.simulator.record.PfaField;
import com.pfavanguard.simulator.record.PfaRecord;
import java.time.Instant;
import java.util.Map;

/** What a new record of the screen begins with. */
final class ScreenDefaults {
  private ScreenDefaults() {}

  static PfaRecord of(ScreenRequest request, String user, Instant now) {
    return PfaRecord.of(
            Map.of(
                PfaField.PFA_ID,
                request.key().pfaId(),
                PfaField.ORGANIZATION,
                request.key().organization(),
                PfaField.SOURCE,
                "Rental",
                PfaField.DOR,
                "PROJECT",
                PfaField.IS_ACTUALIZED,
                false,
                PfaField.IS_DISCONTINUED,
                false,
                PfaField.IS_FUNDS_TRANSFERABLE,
                false))
        .with(
            Map.of(
                PfaField.VERSION, 0L,
                PfaField.LAST_CHANGED_BY, user,
                PfaField.LAST_CHANGED_AT, now));
  }
}
