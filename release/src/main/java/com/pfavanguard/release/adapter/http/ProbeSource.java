package com.pfavanguard.release.adapter.http;

import com.pfavanguard.release.adapter.Observation;
import com.pfavanguard.release.adapter.Query;
import com.pfavanguard.release.adapter.Source;
import com.pfavanguard.release.adapter.http.Prober.Probe;
import com.pfavanguard.release.judge.Quantity;
import com.pfavanguard.release.judge.Reading;
import com.pfavanguard.release.judge.Unit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What probers saw: {@code success} as the share of good answers in percent, {@code failures}
 * counted, {@code downtime/PART} from the deployment on, {@code duration/p95}.
 */
public final class ProbeSource implements Source {
  private final Map<String, Prober> probers;
  private final String main;
  private final Clock clock;

  /**
   * @param probers by what they look at: {@code backend}, {@code frontend}
   * @param main the one that is meant where none is named
   */
  public ProbeSource(Map<String, Prober> probers, String main, Clock clock) {
    this.probers = Map.copyOf(probers);
    this.main = main;
    this.clock = clock;
  }

  @Override
  public Observation read(Query query) {
    Instant now = clock.instant();
    Duration window = query.window();
    Instant from = window == null ? query.since() : now.minus(window);
    Instant begin = from.isBefore(query.since()) ? query.since() : from;
    String[] path = query.read().split("/", -1);
    Prober prober = probers.get(path[0].equals("downtime") && path.length > 1 ? path[1] : main);
    String resolved = "%s from %s to %s".formatted(query.read(), begin, now);
    if (prober == null) {
      return new Observation(new Reading.Broken("nobody probes this"), resolved, now, "");
    }
    List<Probe> probes = prober.since(begin);
    Reading reading =
        probes.isEmpty() ? new Reading.Nothing("no probe in the window") : reading(path, probes);
    return new Observation(reading, resolved, now, summary(probes));
  }

  private static Reading reading(String[] path, List<Probe> probes) {
    return switch (path[0]) {
      case "success" -> percent(probes);
      case "failures" -> count(probes.stream().filter(probe -> !probe.isGood()).count());
      case "downtime" -> seconds(Prober.downtime(probes));
      case "duration" -> seconds(percentile(probes, Integer.parseInt(path[1].substring(1))));
      default -> new Reading.Broken("a prober knows no " + path[0]);
    };
  }

  private static Reading percent(List<Probe> probes) {
    long good = probes.stream().filter(Probe::isGood).count();
    BigDecimal share =
        BigDecimal.valueOf(good * 100)
            .divide(BigDecimal.valueOf(probes.size()), MathContext.DECIMAL64);
    return new Reading.Level(new Quantity(share, Unit.PERCENT));
  }

  private static Reading count(long number) {
    return new Reading.Level(new Quantity(BigDecimal.valueOf(number), Unit.COUNT));
  }

  private static Reading seconds(Duration time) {
    return new Reading.Level(new Quantity(BigDecimal.valueOf(time.toMillis(), 3), Unit.SECONDS));
  }

  private static Duration percentile(List<Probe> probes, int percent) {
    List<Duration> sorted = probes.stream().map(Probe::took).sorted().toList();
    return sorted.get(Math.ceilDiv(percent * sorted.size(), 100) - 1);
  }

  /** Not each of thousands: how many, and every failure. */
  private static String summary(List<Probe> probes) {
    StringBuilder text = new StringBuilder("n=" + probes.size());
    probes.stream()
        .filter(probe -> !probe.isGood())
        .limit(1000)
        .forEach(
            probe ->
                text.append(
                    "\n%s status %d after %d ms"
                        .formatted(probe.at(), probe.status(), probe.took().toMillis())));
    return text.toString();
  }
}
