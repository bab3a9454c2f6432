package com.pfavanguard.simulator.protocol;

import com.pfavanguard.simulator.fault.Fault;
import com.pfavanguard.simulator.fault.Strike;
import com.pfavanguard.simulator.fault.Strikes;
import com.pfavanguard.simulator.http.BodyShape;
import com.pfavanguard.simulator.http.ConnectionCut;
import com.pfavanguard.simulator.http.CutBody;
import com.pfavanguard.simulator.http.Door;
import com.pfavanguard.simulator.http.DrippedBody;
import com.pfavanguard.simulator.http.Exchange;
import com.pfavanguard.simulator.http.TruncatedBody;
import com.pfavanguard.simulator.settings.Settings;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** What faults do to a request's way through the network and the server. */
final class Troubles {
  private final Exchange exchange;
  private final Strikes strikes;
  private final Settings settings;

  Troubles(Exchange exchange, Strikes strikes, Settings settings) {
    this.exchange = exchange;
    this.strikes = strikes;
    this.settings = settings;
  }

  /** Waits, cuts, or shapes the body to come. */
  void onTheWay(Door door) {
    Delay.sleep(strikes);
    for (Strike strike : strikes.all()) {
      Optional<BodyShape> shape = shape(strike.fault());
      shape.ifPresent(exchange::shape);
    }
    strikes
        .first(Fault.ConnectionRefused.class)
        .ifPresent(
            refused -> {
              door.shut(Duration.ofMillis(refused.millis()));
              throw new ConnectionCut("connections are refused");
            });
    if (strikes.has(Fault.CutBeforeCommit.class)) {
      throw new ConnectionCut("before the commit");
    }
  }

  private static Optional<BodyShape> shape(Fault fault) {
    return switch (fault) {
      case Fault.TruncatedJson(int bytes) -> Optional.of(out -> new TruncatedBody(out, bytes));
      case Fault.CutMidBody(int bytes) -> Optional.of(out -> new CutBody(out, bytes));
      case Fault.SlowDrip(int speed) -> Optional.of(out -> new DrippedBody(out, speed));
      default -> Optional.empty();
    };
  }

  /** Answers in place of the operation, if a fault says so. */
  boolean answeredInstead() throws IOException {
    for (Strike strike : strikes.all()) {
      if (answered(strike.fault())) {
        return true;
      }
    }
    return false;
  }

  private boolean answered(Fault fault) throws IOException {
    switch (fault) {
      case Fault.Status(int status, OptionalInt retryAfter) -> {
        retryAfter.ifPresent(this::retryAfter);
        Envelope.error(exchange, status, null, "The service cannot answer now.", settings);
      }
      case Fault.RateLimit(int perSecond, int burst, var bucket) -> {
        long wait = bucket.take(perSecond, burst);
        if (wait == 0) {
          return false;
        }
        retryAfter(wait);
        Envelope.error(exchange, 429, null, "Too many requests; slow down.", settings);
      }
      case Fault.ErrorAlert(String message, Optional<String> name) ->
          Envelope.error(exchange, 200, name.orElse(null), message, settings);
      case Fault.ConfirmationAlert(String message) -> Envelope.confirmation(exchange, message);
      default -> {
        return false;
      }
    }
    return true;
  }

  private void retryAfter(long seconds) {
    exchange.answerHeader("Retry-After", Long.toString(seconds));
  }

  /** Cuts the connection when all is done and only the answer is missing. */
  void beforeAnswer() {
    if (strikes.has(Fault.CutAfterCommit.class)) {
      throw new ConnectionCut("after the commit");
    }
  }
}
