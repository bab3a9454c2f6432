package com.pfavanguard.release.adapter.http;

import com.pfavanguard.release.adapter.Deed;
import com.pfavanguard.release.adapter.FactTree;
import com.pfavanguard.release.adapter.Settings;
import com.pfavanguard.release.adapter.Sight;
import com.pfavanguard.release.adapter.Task;
import com.pfavanguard.release.adapter.WorkingActor;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * {@code traffic.probe}: requests of our own where people make too few to say anything, each marked
 * by its user agent.
 */
public final class ProbeTrafficActor extends WorkingActor {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int REQUESTS = 600;
  private static final String MARK = "vanguard-release-probe";

  private final URI address;
  private final Tokens tokens;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();

  /** Of those who ask; each has a rate limit of its own. */
  @FunctionalInterface
  public interface Tokens {
    List<String> all() throws IOException, InterruptedException;
  }

  public ProbeTrafficActor(URI address, Tokens tokens) {
    this.address = address.resolve("/api/auth/me");
    this.tokens = tokens;
  }

  @Override
  public String area() {
    return "traffic";
  }

  @Override
  protected Sight look(Task task, Settings observe, Settings act) {
    return new Sight.NotDone();
  }

  @Override
  protected Deed work(Task task, Settings act) throws IOException, InterruptedException {
    List<String> all = tokens.all();
    AtomicInteger answered = new AtomicInteger();
    List<Thread> senders = new ArrayList<>();
    for (String token : all) {
      senders.add(Thread.ofVirtual().start(() -> send(token, REQUESTS / all.size(), answered)));
    }
    for (Thread sender : senders) {
      sender.join();
    }
    return new FactTree().put("probeTraffic/answered", answered.get()).done();
  }

  private void send(String token, int count, AtomicInteger answered) {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + token)
            .header("User-Agent", MARK)
            .build();
    for (int sent = 0; sent < count; sent++) {
      try {
        http.send(request, HttpResponse.BodyHandlers.discarding());
        int _ = answered.incrementAndGet();
      } catch (IOException e) {
        Thread.onSpinWait(); // what fails is the metrics' to count
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }
}
