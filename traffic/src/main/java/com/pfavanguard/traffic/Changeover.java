package com.pfavanguard.traffic;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Leads the public address from one running version to the other and back. Both run all the time,
 * so the way back is the same turn. Not to be used by two at once; use again after a crash: what is
 * done already is not done twice.
 */
public final class Changeover {
  /** The header in which both proxies name the colour that answered. */
  public static final String COLOUR_HEADER = "X-Vanguard-Colour";

  private static final int ANSWERS_TO_BELIEVE = 3;
  private static final Duration LOOK_AGAIN = Duration.ofMillis(50);
  private static final Duration USUAL_PROOF_BOUND = Duration.ofSeconds(5);

  private final TrafficSwitch proxy;
  private final URI publicAddress;
  private final Duration proofBound;
  private final HealthProbe probe = new HealthProbe();

  /**
   * @param publicAddress where the proxy answers, as users reach it
   */
  public Changeover(TrafficSwitch proxy, URI publicAddress) {
    this(proxy, publicAddress, USUAL_PROOF_BOUND);
  }

  Changeover(TrafficSwitch proxy, URI publicAddress, Duration proofBound) {
    this.proxy = proxy;
    this.publicAddress = publicAddress;
    this.proofBound = proofBound;
  }

  public TrafficStatus status() throws IOException {
    return proxy.status();
  }

  /** Who answers at the public address now; empty when nobody does. */
  public Optional<Health> publicHealth() throws InterruptedException {
    return probe.ask(publicAddress);
  }

  /**
   * Turns to a colour whose every server is healthy and of one version, and proves at the public
   * address that it answers there; else turns back. The other colour keeps its requests and
   * WebSockets until {@link #drain}.
   *
   * @param expected the version it must have; null for whichever it has
   * @throws IOException when the proxy cannot be asked
   */
  public SwitchOutcome switchTo(Colour target, @Nullable String expected)
      throws IOException, InterruptedException {
    TrafficStatus status = proxy.status();
    Fitness fitness = Fitness.of(status.target(target).addresses(), expected, probe);
    return switch (fitness) {
      case Fitness.Unfit(String why) ->
          new SwitchOutcome.Refused(status.active(), "%s %s".formatted(target, why));
      case Fitness.Fit(String version) ->
          status.active() == target
              ? there(target, version)
              : turn(status.active(), target, version);
    };
  }

  private SwitchOutcome there(Colour target, String version) throws InterruptedException {
    return proven(target, version)
        ? new SwitchOutcome.AlreadyThere(target, version)
        : new SwitchOutcome.Refused(target, unproven(target, version));
  }

  private SwitchOutcome turn(Colour from, Colour target, String version)
      throws IOException, InterruptedException {
    if (!readyInTime(target)) {
      return new SwitchOutcome.Refused(from, target + " is not ready for the proxy");
    }
    // The old one may be dead: that is a reason to switch, not to refuse.
    String before = publicHealth().map(Health::version).orElse("none");
    proxy.lead(target);
    if (proven(target, version)) {
      return new SwitchOutcome.Switched(target, before, version);
    }
    proxy.lead(from);
    return new SwitchOutcome.TurnedBack(from, unproven(target, version));
  }

  /** A proxy with health checks of its own needs a moment to see a server that just started. */
  private boolean readyInTime(Colour target) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + proofBound.toNanos();
    while (!proxy.status().target(target).ready()) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      Thread.sleep(LOOK_AGAIN);
    }
    return true;
  }

  private String unproven(Colour target, String version) {
    return "%s did not answer at %s as %s".formatted(target, publicAddress, version);
  }

  /** Several answers in a row, each over a new connection. */
  private boolean proven(Colour target, String version) throws InterruptedException {
    long deadline = System.nanoTime() + proofBound.toNanos();
    Health wanted = new Health(true, version, target);
    int believed = 0;
    while (believed < ANSWERS_TO_BELIEVE && System.nanoTime() < deadline) {
      believed = publicHealth().filter(wanted::equals).isPresent() ? believed + 1 : 0;
      if (believed == 0) {
        Thread.sleep(LOOK_AGAIN);
      }
    }
    return believed == ANSWERS_TO_BELIEVE;
  }

  /**
   * Makes a colour quiet that does not lead: WebSockets are closed at once, requests may finish
   * within the bound and are cut after it.
   *
   * @throws IllegalStateException when the colour leads
   * @throws IOException when the proxy cannot be asked
   */
  public Drained drain(Colour colour, Duration bound) throws IOException, InterruptedException {
    TrafficStatus status = proxy.status();
    if (status.active() == colour) {
      throw new IllegalStateException(colour + " leads: switch first");
    }
    long begun = System.nanoTime();
    int streams = status.target(colour).streams();
    int cut = 0;
    TrafficStatus.Target left = status.target(colour);
    while (!left.quiet()) {
      if (left.streams() > 0) {
        // Also one whose handshake was under way when the others were closed.
        proxy.endStreams(colour);
      }
      if (System.nanoTime() - begun > bound.toNanos() && cut == 0) {
        cut = left.requests();
        proxy.cutRequests(colour);
      }
      Thread.sleep(LOOK_AGAIN);
      left = proxy.status().target(colour);
    }
    return new Drained(colour, streams, cut, Duration.ofNanos(System.nanoTime() - begun));
  }
}
