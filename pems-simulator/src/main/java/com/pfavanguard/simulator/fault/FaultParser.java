package com.pfavanguard.simulator.fault;

import com.pfavanguard.simulator.record.FieldTexts;
import com.pfavanguard.simulator.record.PfaField;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads a fault: its kind and the kind's own numbers, each with a usual value. */
final class FaultParser {
  private static final int SECOND = 1000;
  private final Parameters given;
  private final LongSupplier nanos;

  private FaultParser(JsonNode json, LongSupplier nanos) {
    this.given = new Parameters(json);
    this.nanos = nanos;
  }

  static Fault parse(JsonNode json, LongSupplier nanos) {
    String kind = json.path("kind").asString("");
    FaultParser parser = new FaultParser(json, nanos);
    Fault fault = parser.transport(kind);
    if (fault == null) {
      fault = parser.business(kind);
    }
    if (fault == null) {
      throw new IllegalArgumentException("'" + kind + "' is no kind of fault");
    }
    return fault;
  }

  private @Nullable Fault transport(String kind) {
    return switch (kind) {
      case "latency" -> latency();
      case "connection-refused" -> {
        allow("millis");
        yield new Fault.ConnectionRefused(given.number("millis", SECOND));
      }
      case "cut-before-commit" -> plain(new Fault.CutBeforeCommit());
      case "cut-after-commit" -> plain(new Fault.CutAfterCommit());
      case "cut-mid-body" -> {
        allow("bytes");
        yield new Fault.CutMidBody(given.number("bytes", 100));
      }
      case "truncated-json" -> {
        allow("bytes");
        yield new Fault.TruncatedJson(given.number("bytes", 20));
      }
      case "slow-drip" -> {
        allow("bytesPerSecond");
        yield new Fault.SlowDrip(Math.max(1, given.number("bytesPerSecond", 100)));
      }
      case "http-500" -> plain(new Fault.Status(500, OptionalInt.empty()));
      case "http-503" -> retried(503);
      case "http-429" -> retried(429);
      case "rate-limit" -> rateLimit();
      default -> null;
    };
  }

  private @Nullable Fault business(String kind) {
    return switch (kind) {
      case "error-alert" -> {
        allow("message", "name");
        yield new Fault.ErrorAlert(
            given.text("message", "An error occurred while the record was processed."),
            given.text("name"));
      }
      case "confirmation-alert" -> {
        allow("message");
        yield new Fault.ConfirmationAlert(
            given.text("message", "The dates overlap another line. Do you want to continue?"));
      }
      case "session-expiry" -> plain(new Fault.SessionExpiry());
      case "concurrent-edit" -> concurrentEdit();
      case "schema-drift" -> schemaDrift();
      case "read-only-record" -> {
        allow("message");
        yield new Fault.ReadOnlyRecord(
            given.text("message", "This record is read-only and may not be changed."));
      }
      case "record-deleted" -> {
        allow("user");
        yield new Fault.RecordDeleted(given.text("user", "PEMSUSER"));
      }
      case "clock-skew" -> {
        allow("seconds");
        yield new Fault.ClockSkew(given.number("seconds", 3600));
      }
      default -> page(kind);
    };
  }

  private @Nullable Fault page(String kind) {
    return switch (kind) {
      case "short-page" -> {
        allow("rows", "honest");
        yield new Fault.ShortPage(given.number("rows", 1), given.flag("honest", true));
      }
      case "repeated-page" -> plain(new Fault.RepeatedPage());
      case "reordered-page" -> plain(new Fault.ReorderedPage());
      case "count-lie" -> {
        allow("by");
        yield new Fault.CountLie(given.number("by", 1));
      }
      default -> null;
    };
  }

  private void allow(String... names) {
    Set<String> known = new HashSet<>(Set.of(names));
    known.add("kind");
    Parameters.checkKeys(given.json(), known);
  }

  private Fault plain(Fault fault) {
    allow();
    return fault;
  }

  private Fault latency() {
    allow("millis", "minMillis", "maxMillis", "p50Millis", "p99Millis");
    int millis = given.number("millis", 100);
    int median = given.number("p50Millis", 0);
    if (median > 0) {
      return new Fault.SkewedLatency(median, given.number("p99Millis", median * 5));
    }
    int least = given.number("minMillis", millis);
    int most = given.number("maxMillis", Math.max(least, millis));
    if (least < 0 || most < least) {
      throw new IllegalArgumentException("minMillis must be from 0 to maxMillis");
    }
    return new Fault.Latency(least, most);
  }

  private Fault retried(int status) {
    allow("retryAfter");
    return new Fault.Status(status, given.number("retryAfter"));
  }

  private Fault rateLimit() {
    allow("perSecond", "burst");
    int perSecond = Math.max(1, given.number("perSecond", 10));
    int burst = Math.max(1, given.number("burst", perSecond));
    return new Fault.RateLimit(perSecond, burst, new TokenBucket(nanos));
  }

  private Fault concurrentEdit() {
    allow("user", "fields", "pfaId");
    JsonNode fields = given.json().path("fields");
    Map<PfaField, @Nullable Object> values =
        fields.isMissingNode()
            ? Map.of(PfaField.DESCRIPTION, "Changed in PEMS meanwhile")
            : FieldTexts.read(fields);
    return new Fault.ConcurrentEdit(given.text("user", "PEMSUSER"), values, given.text("pfaId"));
  }

  private Fault schemaDrift() {
    allow("alias", "rename", "type", "maxLength", "precision");
    String alias = given.text("alias", "");
    PfaField field =
        PfaField.ofAlias(alias)
            .orElseThrow(
                () -> new IllegalArgumentException("'" + alias + "' is no alias of the grid"));
    String type = given.text("type", "");
    if (!type.isEmpty() && !type.equals("TEXT")) {
      throw new IllegalArgumentException("type can only drift to TEXT");
    }
    return new Fault.SchemaDrift(
        field,
        given.text("rename"),
        !type.isEmpty(),
        given.number("maxLength"),
        given.number("precision"));
  }
}
