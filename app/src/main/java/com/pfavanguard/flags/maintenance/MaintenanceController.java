package com.pfavanguard.flags.maintenance;

import com.pfavanguard.kernel.Role;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What people are told; open to all. */
@RestController
@Role.Server
class MaintenanceController {
  private final Maintenance maintenance;

  MaintenanceController(Maintenance maintenance) {
    this.maintenance = maintenance;
  }

  /**
   * @param state {@code none}, {@code announced}, {@code banner} (people may read) or {@code page}
   *     (people are kept out)
   */
  record MaintenanceView(
      String state,
      @Nullable String message,
      @Nullable Instant startsAt,
      @Nullable Instant endsAt) {}

  @GetMapping("/api/maintenance")
  MaintenanceView maintenance() {
    MaintenanceState now = maintenance.now();
    return switch (now.stage()) {
      case NONE -> new MaintenanceView("none", null, null, null);
      case ANNOUNCED, BANNER, PAGE ->
          new MaintenanceView(now.stage().apiName(), now.message(), now.startsAt(), now.endsAt());
    };
  }
}
