package com.pfavanguard.writeback.deadletter;

import com.pfavanguard.kernel.ApiException;
import java.time.DateTimeException;
import java.time.Instant;

/** Where the next page begins: after this one. */
record DeadLetterCursor(Instant failedAt, long id) {

  String encode() {
    return failedAt + "_" + id;
  }

  /**
   * @throws ApiException 400 {@code bad_cursor}
   */
  static DeadLetterCursor decode(String text) {
    String[] parts = text.split("_", 2);
    try {
      if (parts.length == 2) {
        return new DeadLetterCursor(Instant.parse(parts[0]), Long.parseLong(parts[1]));
      }
    } catch (DateTimeException | NumberFormatException e) {
      throw bad();
    }
    throw bad();
  }

  private static ApiException bad() {
    return ApiException.badRequest("bad_cursor", "The cursor does not belong to this list.");
  }
}
