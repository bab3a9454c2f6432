package com.pfavanguard.history.web;

import com.pfavanguard.kernel.ApiException;
import org.jspecify.annotations.Nullable;

/** What a request must hold. */
final class Asked {
  private static final int LONGEST_REASON = 1_000;

  private Asked() {}

  static String organization(@Nullable String organizationId) {
    if (organizationId == null) {
      throw ApiException.badRequest("bad_parameter", "organizationId is missing.");
    }
    return organizationId;
  }

  static String reason(@Nullable String reason) {
    if (reason == null || reason.isBlank()) {
      throw ApiException.badRequest("reason_missing", "Say why: a rollback needs a reason.");
    }
    if (reason.length() > LONGEST_REASON) {
      throw ApiException.badRequest("bad_parameter", "The reason is too long.");
    }
    return reason.strip();
  }
}
