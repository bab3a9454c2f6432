package com.pfavanguard.release.adapter.prometheus;

import com.pfavanguard.release.adapter.promql.Labels;
import com.pfavanguard.release.adapter.promql.Point;
import com.pfavanguard.release.adapter.promql.Samples;
import com.pfavanguard.release.adapter.promql.Slice;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Samples in memory, of the last hours only. Thread-safe. */
final class SampleStore implements Samples {
  private final double kept;
  private final Map<String, Map<Labels, Deque<Run>>> series = new LinkedHashMap<>();

  /** Samples one after another that have one value: most series hardly ever change. */
  private static final class Run {
    final double value;
    final List<Double> times = new ArrayList<>();

    Run(double value) {
      this.value = value;
    }
  }

  /**
   * @param kept how long, in seconds
   */
  SampleStore(double kept) {
    this.kept = kept;
  }

  synchronized void add(Labels labels, double at, double value) {
    Deque<Run> runs =
        series
            .computeIfAbsent(labels.get(Labels.NAME), first -> new LinkedHashMap<>())
            .computeIfAbsent(labels, first -> new ArrayDeque<>());
    if (runs.isEmpty() || Double.compare(runs.getLast().value, value) != 0) {
      runs.addLast(new Run(value));
    }
    runs.getLast().times.add(at);
    while (runs.size() > 1 && runs.getFirst().times.getLast() < at - kept) {
      runs.removeFirst();
    }
  }

  @Override
  public synchronized List<Slice> range(String name, double from, double to) {
    List<Slice> slices = new ArrayList<>();
    series
        .getOrDefault(name, Map.of())
        .forEach(
            (labels, runs) -> {
              List<Point> points = points(runs, from, to);
              if (!points.isEmpty()) {
                slices.add(new Slice(labels, points));
              }
            });
    return slices;
  }

  private static List<Point> points(Deque<Run> runs, double from, double to) {
    List<Point> points = new ArrayList<>();
    for (Run run : runs) {
      if (run.times.getLast() > from && run.times.getFirst() <= to) {
        for (double at : run.times) {
          if (at > from && at <= to) {
            points.add(new Point(at, run.value));
          }
        }
      }
    }
    return points;
  }
}
