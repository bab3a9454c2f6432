package com.pfavanguard.simulator.fault;

import com.pfavanguard.simulator.record.PfaField;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Something that goes wrong with a request. */
public sealed interface Fault {
  /** The answer is late by a time between two, in milliseconds. */
  record Latency(int minMillis, int maxMillis) implements Fault {}

  /** The answer is late by a log-normal time of this median and 99th percentile. */
  record SkewedLatency(int p50Millis, int p99Millis) implements Fault {}

  /** The connection is cut and new ones are refused for a while. */
  record ConnectionRefused(int millis) implements Fault {}

  /** The connection is cut with nothing done. */
  record CutBeforeCommit() implements Fault {}

  /** All is done, but the connection is cut instead of saying so. */
  record CutAfterCommit() implements Fault {}

  /** The connection is cut after so many bytes of the body. */
  record CutMidBody(int bytes) implements Fault {}

  /** An HTTP status with nothing done; 429 and 503 may say after how many seconds to retry. */
  record Status(int status, OptionalInt retryAfter) implements Fault {}

  /** An ErrorAlert inside a 200, with nothing done. */
  record ErrorAlert(String message, Optional<String> name) implements Fault {}

  /** A question instead of a result, with nothing done. */
  record ConfirmationAlert(String message) implements Fault {}

  /** The session is gone. */
  record SessionExpiry() implements Fault {}

  /** The page lacks its last rows; honest ones count only what they send. */
  record ShortPage(int rows, boolean honest) implements Fault {}

  /** The page before is sent again. */
  record RepeatedPage() implements Fault {}

  /** The rows of the page come in another order. */
  record ReorderedPage() implements Fault {}

  /** Every count is off by so many. */
  record CountLie(int by) implements Fault {}

  /** The body lacks its last bytes, yet ends in good order for HTTP. */
  record TruncatedJson(int bytes) implements Fault {}

  /** The body comes so many bytes a second. */
  record SlowDrip(int bytesPerSecond) implements Fault {}

  /** 429 for what goes beyond so many requests a second. */
  record RateLimit(int perSecond, int burst, TokenBucket bucket) implements Fault {}

  /** A PEMS user changes the record: after a GET has read it, before any other operation. */
  record ConcurrentEdit(String user, Map<PfaField, @Nullable Object> fields, Optional<String> pfaId)
      implements Fault {}

  /** The tenant's schema has changed: a column renamed, retyped as text, or narrowed. */
  record SchemaDrift(
      PfaField field,
      Optional<String> rename,
      boolean toText,
      OptionalInt maxLength,
      OptionalInt precision)
      implements Fault {}

  /** The record may be read but not written. */
  record ReadOnlyRecord(String message) implements Fault {}

  /** The record is deleted just before the operation. */
  record RecordDeleted(String user) implements Fault {}

  /** The server's clock is wrong by so many seconds. */
  record ClockSkew(int seconds) implements Fault {}
}
