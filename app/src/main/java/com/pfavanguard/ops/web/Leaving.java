package com.pfavanguard.ops.web;

import com.pfavanguard.kernel.Role;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Says first that this server is not ready any more, and serves on until proxies have seen it: only
 * then the listener closes, and no request is refused.
 */
@Component
@Role.Server
class Leaving implements SmartLifecycle {
  private final ApplicationEventPublisher events;
  private final Duration pause;
  private volatile boolean running;

  Leaving(
      ApplicationEventPublisher events, @Value("${vanguard.server.leave-pause}") Duration pause) {
    this.events = events;
    this.pause = pause;
  }

  @Override
  public void start() {
    running = true;
  }

  /** Before everything else that stops. */
  @Override
  public int getPhase() {
    return Integer.MAX_VALUE;
  }

  @Override
  public void stop() {
    running = false;
    AvailabilityChangeEvent.publish(events, this, ReadinessState.REFUSING_TRAFFIC);
    try {
      Thread.sleep(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
