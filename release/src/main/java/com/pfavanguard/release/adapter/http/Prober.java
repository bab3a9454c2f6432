package com.pfavanguard.release.adapter.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Asks the public address at least every 250 ms, whatever else goes on, each time on a connection
 * of its own as a new user would. What fails, or takes longer than its patience, is downtime from
 * then to the next success.
 */
public final class Prober implements AutoCloseable {
  private static final Duration EVERY = Duration.ofMillis(200);
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final int KEPT = 24 * 3600 * 5;

  private final URI address;
  private final Clock clock;
  private final Consumer<Probe> audience;
  private final Deque<Probe> probes = new ArrayDeque<>();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());

  /**
   * One look.
   *
   * @param at when it was sent
   * @param status of HTTP; 0 when nobody answered
   */
  public record Probe(Instant at, int status, Duration took) {
    public boolean isGood() {
      return status == 200;
    }
  }

  public Prober(URI address, Clock clock, Consumer<Probe> audience) {
    this.address = address;
    this.clock = clock;
    this.audience = audience;
    var _ =
        timer.scheduleAtFixedRate(
            () -> Thread.ofVirtual().start(this::probe),
            0,
            EVERY.toMillis(),
            TimeUnit.MILLISECONDS);
  }

  private void probe() {
    Instant at = clock.instant();
    long begun = System.nanoTime();
    int status = 0;
    try (HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build()) {
      HttpRequest request = HttpRequest.newBuilder(address).timeout(PATIENCE).build();
      status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      status = 0; // nobody answered: that is the finding
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    }
    keep(new Probe(at, status, Duration.ofNanos(System.nanoTime() - begun)));
  }

  private void keep(Probe probe) {
    synchronized (probes) {
      probes.addLast(probe);
      if (probes.size() > KEPT) {
        probes.removeFirst();
      }
    }
    audience.accept(probe);
  }

  /** Those sent from then on, in the order in which they were sent. */
  public List<Probe> since(Instant from) {
    List<Probe> some = new ArrayList<>();
    synchronized (probes) {
      probes.stream().filter(probe -> !probe.at().isBefore(from)).forEach(some::add);
    }
    some.sort(java.util.Comparator.comparing(Probe::at));
    return some;
  }

  /** From each first failure to the next success, or to the last look. */
  public static Duration downtime(List<Probe> probes) {
    Duration down = Duration.ZERO;
    Instant since = null;
    Instant last = null;
    for (Probe probe : probes) {
      last = probe.at();
      if (!probe.isGood() && since == null) {
        since = probe.at();
      } else if (probe.isGood() && since != null) {
        down = down.plus(Duration.between(since, probe.at()));
        since = null;
      }
    }
    return since == null ? down : down.plus(Duration.between(since, last));
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
