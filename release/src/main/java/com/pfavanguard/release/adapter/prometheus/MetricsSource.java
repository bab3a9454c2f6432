package com.pfavanguard.release.adapter.prometheus;

import com.pfavanguard.release.adapter.Observation;
import com.pfavanguard.release.adapter.Query;
import com.pfavanguard.release.adapter.Source;
import com.pfavanguard.release.judge.Reading;
import com.pfavanguard.release.judge.Unit;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answers a definition's queries by PromQL. Two more paths: {@code rules/P1} counts the loaded
 * alert rules of a severity, {@code dashboard/NAME/emptyPanels} the panels of a dashboard that show
 * nothing.
 */
public final class MetricsSource implements Source {
  private final Metrics metrics;
  private final Dashboards dashboards;
  private final Clock clock;
  private final Duration shortest;

  /** With windows as they are asked. */
  public MetricsSource(Metrics metrics, Dashboards dashboards, Clock clock) {
    this(metrics, dashboards, clock, Duration.ofSeconds(2));
  }

  /**
   * @param shortest window in which enough is sampled to say anything
   */
  public MetricsSource(Metrics metrics, Dashboards dashboards, Clock clock, Duration shortest) {
    this.shortest = shortest;
    this.metrics = metrics;
    this.dashboards = dashboards;
    this.clock = clock;
  }

  @Override
  public Observation read(Query query) {
    Instant now = clock.instant();
    String read = filled(query.read(), query, now);
    String of = query.of();
    String whole = of == null ? null : filled(of, query, now);
    String resolved = whole == null ? read : read + " of " + whole;
    try {
      return whole == null ? level(query, read, now) : share(read, whole, now, resolved);
    } catch (IOException | IllegalArgumentException e) {
      return new Observation(new Reading.Broken(reason(e)), resolved, now, "");
    }
  }

  private static String reason(Exception e) {
    return e.getMessage() == null ? e.toString() : e.getMessage();
  }

  private Observation level(Query query, String read, Instant now) throws IOException {
    Metrics.Answer answer = answer(read, now);
    Unit unit = query.unit() == null ? Unit.COUNT : query.unit();
    Reading reading =
        switch (answer.values().size()) {
          case 0 -> new Reading.Nothing("no series");
          case 1 -> Reading.level(answer.values().getFirst(), unit);
          default -> new Reading.Broken(answer.values().size() + " series where one is expected");
        };
    return new Observation(reading, read, now, answer.raw());
  }

  private Metrics.Answer answer(String read, Instant now) throws IOException {
    String[] path = read.split("/", -1);
    return switch (path[0]) {
      case "rules" -> metrics.alertRules(path[1]);
      case "dashboard" -> dashboards.emptyPanels(path[1], metrics, now);
      default -> metrics.ask(read, now);
    };
  }

  private Observation share(String read, String of, Instant now, String resolved)
      throws IOException {
    Metrics.Answer hits = metrics.ask(read, now);
    Metrics.Answer all = metrics.ask(of, now);
    String raw = hits.raw() + "\n" + all.raw();
    return new Observation(share(hits.values(), all.values()), resolved, now, raw);
  }

  /** No hits at all is none of so many: a counter that never rose may have no series. */
  private static Reading share(List<Double> hits, List<Double> all) {
    if (all.isEmpty()) {
      return new Reading.Nothing("no series");
    }
    if (hits.size() > 1 || all.size() > 1) {
      return new Reading.Broken("several series where one is expected");
    }
    double part = hits.isEmpty() ? 0 : hits.getFirst();
    double whole = all.getFirst();
    if (!Double.isFinite(part) || !Double.isFinite(whole) || part < 0 || whole < 0) {
      return new Reading.Broken("%s of %s is no share".formatted(part, whole));
    }
    // Counts that Prometheus carried on to the window's ends are no whole numbers any more.
    long n = Math.round(whole);
    return new Reading.Share(Math.min(n, (long) Math.ceil(part - 0.5)), n);
  }

  private String filled(String text, Query query, Instant now) {
    Duration since = Duration.between(query.since(), now);
    @Nullable Duration window = query.window();
    Duration within = window == null || since.compareTo(window) < 0 ? since : window;
    String previous = query.release().previous();
    return text.replace("{window}", seconds(within))
        .replace("{since}", seconds(since))
        .replace("{version}", query.release().version())
        .replace("{previous}", previous == null ? "" : previous)
        .replace("{release}", query.release().id());
  }

  private String seconds(Duration time) {
    Duration enough = time.compareTo(shortest) < 0 ? shortest : time;
    return Math.ceilDiv(enough.toMillis(), 1000) + "s";
  }
}
