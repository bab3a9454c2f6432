package com.pfavanguard.conflict;

import com.pfavanguard.kernel.ApiException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/** Where the next page of conflicts begins: after this one. */
public record ConflictCursor(Instant detectedAt, UUID conflictId) {

  public String encode() {
    String text = detectedAt + " " + conflictId;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * @throws ApiException 400 {@code bad_cursor}
   */
  public static ConflictCursor decode(String text) {
    try {
      String[] parts =
          new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ", 2);
      if (parts.length == 2) {
        return new ConflictCursor(Instant.parse(parts[0]), UUID.fromString(parts[1]));
      }
    } catch (IllegalArgumentException | DateTimeException e) {
      throw bad();
    }
    throw bad();
  }

  private static ApiException bad() {
    return ApiException.badRequest("bad_cursor", "The cursor does not belong to this list.");
  }
}
