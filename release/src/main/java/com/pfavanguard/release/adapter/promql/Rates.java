package com.pfavanguard.release.adapter.promql;

import java.util.List;
import java.util.OptionalDouble;

/** Functions of one series over a range, as Prometheus computes them. */
final class Rates {
  private Rates() {}

  /** Empty where the range holds too little to say anything. */
  static OptionalDouble of(String function, List<Point> points, double from, double to) {
    return switch (function) {
      case "increase" -> change(points, from, to, true);
      case "rate" -> scaled(change(points, from, to, true), 1 / (to - from));
      case "delta" -> change(points, from, to, false);
      case "deriv" -> slope(points);
      case "changes" -> OptionalDouble.of(changes(points));
      case "avg_over_time" -> values(points).average();
      case "max_over_time" -> values(points).max();
      case "min_over_time" -> values(points).min();
      case "sum_over_time" -> OptionalDouble.of(values(points).sum());
      case "count_over_time" -> OptionalDouble.of(points.size());
      case "last_over_time" -> OptionalDouble.of(points.getLast().value());
      default -> throw new IllegalArgumentException("no function " + function);
    };
  }

  private static java.util.stream.DoubleStream values(List<Point> points) {
    return points.stream().mapToDouble(Point::value);
  }

  private static OptionalDouble scaled(OptionalDouble value, double by) {
    return value.isEmpty() ? value : OptionalDouble.of(value.getAsDouble() * by);
  }

  /**
   * The change between first and last point, carried on to the range's ends where they are near.
   */
  private static OptionalDouble change(
      List<Point> points, double from, double to, boolean isCounter) {
    if (points.size() < 2) {
      return OptionalDouble.empty();
    }
    Point first = points.getFirst();
    Point last = points.getLast();
    double change = last.value() - first.value() + (isCounter ? lostInResets(points) : 0);
    double sampled = last.at() - first.at();
    double between = sampled / (points.size() - 1);
    double before = within(first.at() - from, between);
    if (isCounter && change > 0 && first.value() >= 0) {
      // A counter cannot have been below zero.
      before = Math.min(before, sampled * (first.value() / change));
    }
    double after = within(to - last.at(), between);
    return OptionalDouble.of(change * (sampled + before + after) / sampled);
  }

  private static double within(double gap, double between) {
    return gap < between * 1.1 ? gap : between / 2;
  }

  private static double lostInResets(List<Point> points) {
    double lost = 0;
    for (int i = 1; i < points.size(); i++) {
      double before = points.get(i - 1).value();
      lost += points.get(i).value() < before ? before : 0;
    }
    return lost;
  }

  private static int changes(List<Point> points) {
    int changes = 0;
    for (int i = 1; i < points.size(); i++) {
      changes += points.get(i).value() == points.get(i - 1).value() ? 0 : 1;
    }
    return changes;
  }

  /** Least squares, per second. */
  private static OptionalDouble slope(List<Point> points) {
    if (points.size() < 2) {
      return OptionalDouble.empty();
    }
    double origin = points.getFirst().at();
    double meanAt = points.stream().mapToDouble(p -> p.at() - origin).average().orElse(0);
    double mean = values(points).average().orElse(0);
    double both = 0;
    double square = 0;
    for (Point point : points) {
      double at = point.at() - origin - meanAt;
      both += at * (point.value() - mean);
      square += at * at;
    }
    return square == 0 ? OptionalDouble.empty() : OptionalDouble.of(both / square);
  }
}
