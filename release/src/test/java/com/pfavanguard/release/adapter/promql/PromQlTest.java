package com.pfavanguard.release.adapter.promql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Arithmetic that gates stand on; {@code PrometheusParityTest} holds it against Prometheus. */
class PromQlTest {
  private static final double NOW = 1_000_000;

  private final List<Slice> series = new ArrayList<>();
  private final PromQl language = new PromQl(this::range);

  @Test
  void aCounterThatBeganAnewLosesNothing() {
    counter(Map.of(), 10, 20, 30, 5, 15);
    assertThat(one("increase(requests_total[41s])")).isCloseTo(35, within(4.0));
  }

  @Test
  void oneSampleIsNoIncrease() {
    counter(Map.of(), 10);
    assertThat(language.ask("increase(requests_total[60s])", NOW)).isEmpty();
  }

  @Test
  void otherVersionsAreNotCounted() {
    counter(Map.of("version", "old"), 0, 1000, 2000);
    counter(Map.of("version", "new"), 0, 10, 20);
    assertThat(one("sum(increase(requests_total{version=\"new\"}[21s]))")).isLessThan(25);
  }

  @Test
  void anEmptyAnswerIsEmptyAndNotZero() {
    assertThat(language.ask("sum(nothing_here)", NOW)).isEmpty();
    assertThat(language.ask("sum(nothing_here) or vector(0)", NOW)).hasSize(1);
  }

  @Test
  void aSeriesThatIsNoLongerSampledIsGoneAfterAWhile() {
    series.add(new Slice(Labels.of("up", Map.of()), List.of(new Point(NOW - 60, 1))));
    assertThat(language.ask("up", NOW)).isEmpty();
  }

  @Test
  void aQuantileLiesInItsBucket() {
    bucket("0.1", 50);
    bucket("0.5", 95);
    bucket("+Inf", 100);
    assertThat(one("histogram_quantile(0.95, sum by (le) (latency_bucket))")).isEqualTo(0.5);
    assertThat(one("histogram_quantile(0.5, sum by (le) (latency_bucket))")).isEqualTo(0.1);
  }

  @Test
  void comparisonsFilterOrCount() {
    gauge("queue", Map.of("state", "pending"), 7);
    assertThat(language.ask("queue > 10", NOW)).isEmpty();
    assertThat(one("queue > bool 10")).isZero();
    assertThat(one("time() - queue")).isEqualTo(NOW - 7);
  }

  @Test
  void whatIsNotUnderstoodIsRefused() {
    assertThatThrownBy(() -> language.ask("label_replace(up, \"a\", \"b\")", NOW))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> language.ask("sum(up", NOW))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private double one(String text) {
    List<Sample> samples = language.ask(text, NOW);
    assertThat(samples).hasSize(1);
    return samples.getFirst().value();
  }

  private void counter(Map<String, String> labels, double... values) {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      points.add(new Point(NOW - 10.0 * (values.length - 1 - i), values[i]));
    }
    series.add(new Slice(Labels.of("requests_total", labels), points));
  }

  private void gauge(String name, Map<String, String> labels, double value) {
    series.add(new Slice(Labels.of(name, labels), List.of(new Point(NOW, value))));
  }

  private void bucket(String le, double value) {
    gauge("latency_bucket", Map.of("le", le), value);
  }

  private List<Slice> range(String name, double from, double to) {
    return series.stream()
        .filter(slice -> slice.labels().get(Labels.NAME).equals(name))
        .map(
            slice ->
                new Slice(
                    slice.labels(),
                    slice.points().stream().filter(p -> p.at() > from && p.at() <= to).toList()))
        .filter(slice -> !slice.points().isEmpty())
        .toList();
  }
}
