package com.pfavanguard.trial.mutant;

import com.pfavanguard.trial.stage.Disguise;
import com.pfavanguard.trial.stage.PemsControl;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The ways to break the engine; the checker must notice each. */
public enum Mutant {
  /** The recordid is not sent, and somebody edits in PEMS between GET and UPDATE. */
  NO_LOCK {
    @Override
    public Disguise disguise() {
      return new OnTheWay() {
        @Override
        PemsProxy.Passage between(PemsControl control) {
          Intruder intruder = new Intruder(control);
          return (action, body, pems) -> {
            if (!action.equals("UPDATE")) {
              return pems.send(PemsProxy.bytes(body));
            }
            intruder.edit(body);
            return pems.send(Intruder.unlocked(body));
          };
        }
      };
    }
  },
  /** The rows of a killed worker never come back. */
  NO_LEASE {
    @Override
    public Disguise disguise() {
      return new Disguise() {
        @Override
        public String pemsUrl(String real, PemsControl control) {
          return real;
        }

        @Override
        public Map<String, String> workerSettings() {
          return Map.of("VANGUARD_WORKER_LEASE", "3650d");
        }

        @Override
        public void close() {}
      };
    }
  },
  /** The first answer is lost; the same body is sent again, unread and without its lock. */
  BLIND_RESEND {
    @Override
    public Disguise disguise() {
      return new OnTheWay() {
        @Override
        PemsProxy.Passage between(PemsControl control) {
          Intruder intruder = new Intruder(control);
          return (action, body, pems) -> {
            var first = pems.send(PemsProxy.bytes(body));
            if (!action.equals("UPDATE")) {
              return first;
            }
            intruder.edit(body);
            return pems.send(Intruder.unlocked(body));
          };
        }
      };
    }
  };

  /** A fresh one for one trial. */
  public abstract Disguise disguise();

  /** As on the command line: {@code no-lock}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<Mutant> named(String name) {
    return Arrays.stream(values()).filter(mutant -> mutant.toString().equals(name)).findFirst();
  }

  /** A proxy on the way to each tenant. */
  private abstract static class OnTheWay implements Disguise {
    private final List<PemsProxy> proxies = new ArrayList<>();

    abstract PemsProxy.Passage between(PemsControl control);

    @Override
    public String pemsUrl(String real, PemsControl control) throws IOException {
      PemsProxy opened = new PemsProxy(real, between(control));
      proxies.add(opened);
      return opened.url();
    }

    @Override
    public Map<String, String> workerSettings() {
      return Map.of();
    }

    @Override
    public void close() {
      proxies.forEach(PemsProxy::close);
    }
  }
}
