package com.pfavanguard.release.adapter.prometheus;

import com.pfavanguard.release.adapter.promql.Labels;
import com.pfavanguard.release.adapter.promql.PromQl;
import com.pfavanguard.release.adapter.promql.Sample;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The product's metrics, sampled by the tool itself where no Prometheus is configured: the same
 * queries, the same arithmetic, the same rules for alerts.
 */
public final class SampledMetrics implements Metrics, AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final double KEPT_SECONDS = 26 * 3600;

  private final SampleStore store = new SampleStore(KEPT_SECONDS);
  private final PromQl language = new PromQl(store);
  private final Supplier<List<Target>> targets;
  private final AlertRules rules;
  private final Clock clock;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());
  private final Map<Target, Boolean> asking = new ConcurrentHashMap<>();

  /**
   * One process.
   *
   * @param labels such as {@code service}, as Prometheus's own targets have them
   */
  public record Target(URI metrics, Map<String, String> labels) {
    public Target {
      labels = Map.copyOf(labels);
    }
  }

  /**
   * @param targets those that run now; asked anew at every turn
   */
  public SampledMetrics(
      Supplier<List<Target>> targets, AlertRules rules, Duration every, Clock clock) {
    this.targets = targets;
    this.rules = rules;
    this.clock = clock;
    var _ = timer.scheduleAtFixedRate(this::turn, 0, every.toMillis(), TimeUnit.MILLISECONDS);
    var _ = timer.scheduleWithFixedDelay(this::judge, 2, 5, TimeUnit.SECONDS);
  }

  /** Something that another part of the tool saw, such as {@code probe_success}. */
  public void note(String name, Map<String, String> labels, double value) {
    store.add(Labels.of(name, labels), now(), value);
  }

  private void turn() {
    for (Target target : targets.get()) {
      if (asking.putIfAbsent(target, true) == null) {
        Thread.ofVirtual().start(() -> sample(target));
      }
    }
  }

  private void sample(Target target) {
    try {
      HttpRequest request = HttpRequest.newBuilder(target.metrics()).timeout(PATIENCE).build();
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      double at = now();
      if (answer.statusCode() == 200) {
        Exposition.read(
            answer.body(),
            labels(target),
            rules::uses,
            (labels, value) -> store.add(labels, at, value));
      }
      note("up", labels(target), answer.statusCode() == 200 ? 1 : 0);
    } catch (IOException e) {
      note("up", labels(target), 0);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      asking.remove(target);
    }
  }

  private static Map<String, String> labels(Target target) {
    Map<String, String> labels = new java.util.TreeMap<>(target.labels());
    labels.put("instance", target.metrics().getAuthority());
    return labels;
  }

  private void judge() {
    rules.judge(language, now(), store::add);
  }

  private double now() {
    return clock.millis() / 1000.0;
  }

  @Override
  public Answer ask(String query, Instant at) {
    List<Sample> samples = language.ask(query, at.toEpochMilli() / 1000.0);
    List<String> raw = new ArrayList<>();
    samples.forEach(sample -> raw.add(sample.labels().values() + " " + sample.value()));
    return new Answer(samples.stream().map(Sample::value).toList(), String.join("\n", raw));
  }

  @Override
  public Answer alertRules(String severity) {
    List<String> names = rules.alerts(severity);
    return new Answer(List.of((double) names.size()), String.join("\n", names));
  }

  @Override
  public void close() {
    timer.shutdownNow();
    http.shutdownNow();
  }
}
