package com.pfavanguard.release.adapter.promql;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/** Many series to fewer. */
final class Aggregation {
  private Aggregation() {}

  static List<Sample> of(String operator, List<String> by, List<Sample> samples, int parameter) {
    Map<Labels, List<Sample>> groups = new LinkedHashMap<>();
    for (Sample sample : samples) {
      groups
          .computeIfAbsent(sample.labels().nameless().only(by), first -> new ArrayList<>())
          .add(sample);
    }
    List<Sample> result = new ArrayList<>();
    groups.forEach(
        (labels, group) -> {
          if (operator.endsWith("k")) {
            result.addAll(extreme(operator, group, parameter));
          } else {
            result.add(new Sample(labels, one(operator, group)));
          }
        });
    return result;
  }

  private static List<Sample> extreme(String operator, List<Sample> group, int count) {
    Comparator<Sample> order = Comparator.comparingDouble(Sample::value);
    return group.stream()
        .sorted(operator.equals("topk") ? order.reversed() : order)
        .limit(count)
        .toList();
  }

  private static double one(String operator, List<Sample> group) {
    DoubleStream values = group.stream().mapToDouble(Sample::value);
    return switch (operator) {
      case "sum" -> values.sum();
      case "avg" -> values.average().orElse(Double.NaN);
      case "count" -> group.size();
      case "max" -> values.reduce(Double.NaN, (a, b) -> Double.isNaN(a) || b > a ? b : a);
      default -> values.reduce(Double.NaN, (a, b) -> Double.isNaN(a) || b < a ? b : a);
    };
  }
}
