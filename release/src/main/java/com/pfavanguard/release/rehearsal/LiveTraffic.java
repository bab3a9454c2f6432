package com.pfavanguard.release.rehearsal;

import com.pfavanguard.launcher.client.Answer;
import com.pfavanguard.launcher.client.LiveUpdates;
import com.pfavanguard.launcher.client.VanguardApi;
import com.pfavanguard.launcher.console.Json;
import com.pfavanguard.launcher.console.Refusal;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * People at work while the release goes on: readers, one with live updates each, and a planner
 * whose edits go to PEMS. What fails for them is counted: it is what users would have seen.
 */
final class LiveTraffic implements AutoCloseable {
  private static final Duration READING = Duration.ofMillis(25);
  private static final int SERVER_ERROR = 500;

  private final URI address;
  private final Personas personas;
  private final List<Thread> people = new ArrayList<>();
  private final AtomicLong requests = new AtomicLong();
  private final AtomicLong failed = new AtomicLong();
  private final AtomicReference<String> firstFailure = new AtomicReference<>("");
  private volatile boolean over;

  LiveTraffic(URI address, Personas personas) {
    this.address = address;
    this.personas = personas;
    personas.readers().forEach(reader -> begin(() -> read(reader)));
    begin(() -> follow(personas.readers().getFirst()));
    begin(new Planning(this)::work);
  }

  /** What one person does until it is over. */
  @FunctionalInterface
  interface Work {
    void run() throws IOException, InterruptedException;
  }

  private void begin(Work work) {
    people.add(
        Thread.ofVirtual()
            .start(
                () -> {
                  while (!over) {
                    attempt(work);
                  }
                }));
  }

  private void attempt(Work work) {
    try {
      work.run();
    } catch (IOException | Refusal e) {
      fail(e.toString());
      rest(Duration.ofMillis(200));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  static void rest(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void read(String reader) throws IOException, InterruptedException {
    VanguardApi api = signIn(reader);
    while (!over) {
      count(api.get("/api/pfa-data?organizationId=RIO&limit=5&totals=false"));
      Thread.sleep(READING);
    }
  }

  /** A WebSocket that comes back by itself when a switch closes it, as the page's does. */
  private void follow(String reader) throws IOException, InterruptedException {
    VanguardApi api = signIn(reader);
    while (!over) {
      try (LiveUpdates live = api.live()) {
        live.send(Json.object().put("type", "subscribe").put("organizationId", "RIO"));
        while (!over && live.next(Duration.ofSeconds(5)) != null) {
          requests.incrementAndGet();
        }
      }
    }
  }

  VanguardApi signIn(String persona) throws IOException, InterruptedException {
    return VanguardApi.anonymous(address.toString()).login(persona, personas.password());
  }

  Answer count(Answer answer) {
    requests.incrementAndGet();
    if (answer.status() >= SERVER_ERROR) {
      fail(answer.problem());
    }
    return answer;
  }

  private void fail(String why) {
    if (!over) {
      failed.incrementAndGet();
      firstFailure.compareAndSet("", why);
    }
  }

  boolean isOver() {
    return over;
  }

  Personas personas() {
    return personas;
  }

  long requests() {
    return requests.get();
  }

  /** Those that a user would have seen fail. */
  long failed() {
    return failed.get();
  }

  String firstFailure() {
    return String.valueOf(firstFailure.get());
  }

  @Override
  public void close() {
    over = true;
    people.forEach(Thread::interrupt);
  }
}
