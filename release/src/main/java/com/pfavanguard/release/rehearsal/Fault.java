package com.pfavanguard.release.rehearsal;

import com.pfavanguard.release.adapter.traffic.Fleet.Part;
import com.pfavanguard.traffic.Colour;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Locale;

/** Something that goes wrong in a drill, and what must come of it. */
enum Fault {
  BAD_SMOKE("back.smoke", "all", When.BEFORE_SMOKE) {
    @Override
    void begin(Scene scene) {
      scene.theatre().lockTesterOut();
    }
  },
  ERROR_BURST("back.error-rate", "backend", When.COMPLETE) {
    @Override
    void begin(Scene scene) throws SQLException {
      scene.theatre().asOwner("REVOKE SELECT ON pfa_mirror FROM vanguard_app");
    }

    @Override
    void end(Scene scene) throws SQLException {
      scene.theatre().asOwner("GRANT SELECT ON pfa_mirror TO vanguard_app");
    }
  },
  SERVER_KILLED("back.outage", "all", When.COMPLETE) {
    @Override
    void begin(Scene scene) {
      scene.theatre().fleet().kill(Part.backend, Colour.GREEN);
    }
  },
  VULNERABILITY("back.security", "all", When.COMPLETE) {
    @Override
    void begin(Scene scene) {
      scene.troupe().observes("security-vulnerability");
    }
  },
  REFUSED_WRITES("hold.sync-success", "worker", When.COMPLETE) {
    @Override
    void begin(Scene scene) throws IOException, InterruptedException {
      scene.theatre().pems().refuseUpdates();
    }

    @Override
    void end(Scene scene) throws IOException, InterruptedException {
      scene.theatre().pems().behave();
    }
  },
  QUEUE_FLOOD("hold.queue", "worker", When.COMPLETE) {
    @Override
    void begin(Scene scene) throws IOException, InterruptedException {
      scene.theatre().pems().slowDown();
      new Flood(scene.theatre()).run();
    }

    @Override
    void end(Scene scene) throws IOException, InterruptedException {
      scene.theatre().pems().behave();
    }
  },
  FEATURE_BROKEN("hold.feature", "all", When.COMPLETE) {
    @Override
    void begin(Scene scene) {
      scene.troupe().observes("major-feature-broken");
    }
  },
  METRICS_LOST("blind.prometheus", "all", When.COMPLETE) {
    @Override
    void begin(Scene scene) {
      scene.props().metrics().close();
    }
  };

  /** At which moment it goes wrong. */
  enum When {
    BEFORE_SMOKE("frontend"),
    COMPLETE("health-after");

    private final String step;

    When(String step) {
      this.step = step;
    }

    String step() {
      return step;
    }
  }

  private final String trigger;
  private final String scope;
  private final When when;

  Fault(String trigger, String scope, When when) {
    this.trigger = trigger;
    this.scope = scope;
    this.when = when;
  }

  /** What it can reach. */
  record Scene(Theatre theatre, Props props, Troupe troupe) {}

  abstract void begin(Scene scene) throws IOException, SQLException, InterruptedException;

  /** What was broken outside of the release is mended, once the way back has begun. */
  void end(Scene scene) throws IOException, SQLException, InterruptedException {}

  String trigger() {
    return trigger;
  }

  String scope() {
    return scope;
  }

  When when() {
    return when;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
