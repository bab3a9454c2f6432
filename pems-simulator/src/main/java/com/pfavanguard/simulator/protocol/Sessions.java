package com.pfavanguard.simulator.protocol;

import com.pfavanguard.simulator.settings.Setting;
import com.pfavanguard.simulator.settings.Settings;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/** Kept sessions: each takes a seat until it expires, and serves one request at a time. */
final class Sessions {
  private final Map<String, Session> open = new HashMap<>();
  private final SecureRandom random = new SecureRandom();
  private int most;

  private static final class Session {
    private Instant lastUsed;
    private boolean busy;

    Session(Instant lastUsed) {
      this.lastUsed = lastUsed;
    }
  }

  /** Opens a session and begins its first request. */
  synchronized String open(Instant now, Settings settings) {
    expire(now, settings);
    if (open.size() >= settings.number(Setting.MAX_SESSIONS)) {
      throw PemsRefusal.invalid("All licence seats are taken; log out elsewhere first.");
    }
    byte[] id = new byte[16];
    random.nextBytes(id);
    String name = HexFormat.of().formatHex(id);
    Session session = new Session(now);
    session.busy = true;
    open.put(name, session);
    most = Math.max(most, open.size());
    return name;
  }

  /** Begins a request of a session. */
  synchronized void begin(String name, Instant now, Settings settings) {
    expire(now, settings);
    Session session = open.get(name);
    if (session == null) {
      throw PemsRefusal.noSession();
    }
    if (session.busy && !settings.on(Setting.SESSION_SHARING)) {
      throw PemsRefusal.invalid("The session is in use by another request.");
    }
    session.busy = true;
    session.lastUsed = now;
  }

  /** Ends a request, and the session too unless it is to be kept. */
  synchronized void end(String name, boolean keep) {
    Session session = open.get(name);
    if (session != null) {
      session.busy = false;
      if (!keep) {
        open.remove(name);
      }
    }
  }

  /** Ends a session before its time. */
  synchronized void expire(String name) {
    open.remove(name);
  }

  synchronized void clear() {
    open.clear();
  }

  synchronized int mostAtOnce() {
    return most;
  }

  private void expire(Instant now, Settings settings) {
    Instant oldest = now.minusSeconds(settings.number(Setting.SESSION_TIMEOUT_SECONDS));
    open.values().removeIf(session -> !session.busy && session.lastUsed.isBefore(oldest));
  }
}
