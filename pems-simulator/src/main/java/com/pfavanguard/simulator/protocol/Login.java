package com.pfavanguard.simulator.protocol;

import com.pfavanguard.simulator.http.Exchange;
import com.pfavanguard.simulator.settings.Settings;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Decides who a request comes from: Basic, a kept session, or an API key. */
final class Login {
  private final Account account;
  private final Sessions sessions;

  Login(Account account, Sessions sessions) {
    this.account = account;
    this.sessions = sessions;
  }

  /**
   * A request that may go on; close it when it is done.
   *
   * @param issued the session that the answer announces
   */
  record Admission(@Nullable String issued, Runnable atEnd) implements AutoCloseable {
    @Override
    public void close() {
      atEnd.run();
    }
  }

  Admission admit(Exchange exchange, Instant now, Settings settings) {
    if (!account.tenant().equals(exchange.header("tenant"))) {
      throw PemsRefusal.unauthorized();
    }
    boolean keep = Boolean.parseBoolean(exchange.header("keepsession"));
    String session = exchange.header("sessionid");
    if (session != null && !session.isEmpty()) {
      sessions.begin(session, now, settings);
      return new Admission(keep ? session : null, () -> sessions.end(session, keep));
    }
    if (!hasKey(exchange) && !hasPassword(exchange)) {
      throw PemsRefusal.unauthorized();
    }
    if (!keep) {
      return new Admission(null, () -> {});
    }
    String issued = sessions.open(now, settings);
    return new Admission(issued, () -> sessions.end(issued, true));
  }

  private boolean hasKey(Exchange exchange) {
    return same(exchange.header("X-API-Key"), account.apiKey());
  }

  private boolean hasPassword(Exchange exchange) {
    String header = exchange.header("Authorization");
    if (header == null || !header.regionMatches(true, 0, "Basic ", 0, 6)) {
      return false;
    }
    try {
      byte[] pair = Base64.getDecoder().decode(header.substring(6).strip());
      return same(
          new String(pair, StandardCharsets.UTF_8), account.user() + ":" + account.password());
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean same(@Nullable String given, String expected) {
    return given != null
        && MessageDigest.isEqual(
            given.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
  }
}
