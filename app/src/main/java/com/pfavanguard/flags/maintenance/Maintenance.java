package com.pfavanguard.flags.maintenance;

import com.pfavanguard.flags.Flags;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** The flag {@code maintenance} and what its row announces, as of at most half a second ago. */
@Component
class Maintenance {
  private final Flags flags;
  private final Clock clock;

  Maintenance(Flags flags, Clock clock) {
    this.flags = flags;
    this.clock = clock;
  }

  MaintenanceState now() {
    return MaintenanceState.of(
        flags.enabled(Flags.MAINTENANCE), flags.notice(Flags.MAINTENANCE), clock.instant());
  }
}
