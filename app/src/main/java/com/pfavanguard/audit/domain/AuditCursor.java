package com.pfavanguard.audit.domain;

import com.pfavanguard.kernel.ApiException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;

/** The place of an entry in the order of time; ids part those of one moment. */
public record AuditCursor(Instant at, long entryId) {

  public String encode() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((at + " " + entryId).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * @throws ApiException 400 {@code bad_cursor}
   */
  public static AuditCursor decode(String text) {
    try {
      String[] parts =
          new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ", 2);
      if (parts.length == 2) {
        return new AuditCursor(Instant.parse(parts[0]), Long.parseLong(parts[1]));
      }
    } catch (IllegalArgumentException | DateTimeException e) {
      throw bad();
    }
    throw bad();
  }

  private static ApiException bad() {
    return ApiException.badRequest("bad_cursor", "The cursor does not belong to this listing.");
  }
}
