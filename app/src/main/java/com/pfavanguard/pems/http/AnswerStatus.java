package com.pfavanguard.pems.http;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * How a request was answered, apart from the answer's body.
 *
 * @param code HTTP status
 * @param retryAfter null where the answer does not say
 */
public record AnswerStatus(int code, @Nullable Duration retryAfter) {

  boolean successful() {
    return code >= 200 && code < 300;
  }

  /** Reads Retry-After in either of its forms: seconds, or a date. */
  static @Nullable Duration retryAfter(@Nullable String header, Instant now) {
    if (header == null) {
      return null;
    }
    try {
      return header.matches("\\d{1,9}")
          ? Duration.ofSeconds(Long.parseLong(header))
          : notNegative(
              Duration.between(
                  now, Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(header))));
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  private static Duration notNegative(Duration duration) {
    return duration.isNegative() ? Duration.ZERO : duration;
  }
}
