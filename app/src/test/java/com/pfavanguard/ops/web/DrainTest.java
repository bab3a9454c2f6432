package com.pfavanguard.ops.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ApplicationAvailabilityBean;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.support.GenericApplicationContext;

class DrainTest {
  /** Stops where the web server does, and notes what the readiness said by then. */
  private record Listener(ApplicationAvailability availability, List<ReadinessState> seen)
      implements SmartLifecycle {
    @Override
    public void start() {}

    @Override
    public void stop() {
      seen.add(availability.getReadinessState());
    }

    @Override
    public boolean isRunning() {
      return seen.isEmpty();
    }

    @Override
    public int getPhase() {
      return WebServerApplicationContext.GRACEFUL_SHUTDOWN_PHASE;
    }
  }

  @Test
  void readinessGoesBeforeTheListenerDoes() {
    List<ReadinessState> seen = new ArrayList<>();
    var context = new GenericApplicationContext();
    context.registerBean(ApplicationAvailabilityBean.class);
    context.registerBean(Leaving.class, () -> new Leaving(context, Duration.ZERO));
    context.registerBean(
        Listener.class,
        () -> new Listener(context.getBean(ApplicationAvailabilityBean.class), seen));
    context.refresh();
    context.start();

    context.close();

    assertThat(seen).containsExactly(ReadinessState.REFUSING_TRAFFIC);
  }
}
