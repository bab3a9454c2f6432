package com.pfavanguard.release.adapter.promql;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Quantiles of cumulative buckets, by linear interpolation within one. */
final class Histogram {
  private record Bucket(double bound, double count) {}

  private Histogram() {}

  static List<Sample> quantile(double quantile, List<Sample> buckets) {
    Map<Labels, List<Bucket>> histograms = new LinkedHashMap<>();
    for (Sample sample : buckets) {
      Labels labels = sample.labels().nameless().without(List.of("le"));
      histograms
          .computeIfAbsent(labels, first -> new ArrayList<>())
          .add(new Bucket(bound(sample.labels().get("le")), sample.value()));
    }
    List<Sample> quantiles = new ArrayList<>();
    histograms.forEach((labels, own) -> quantiles.add(new Sample(labels, of(quantile, own))));
    return quantiles;
  }

  private static double bound(String le) {
    return le.equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(le);
  }

  private static double of(double quantile, List<Bucket> unsorted) {
    List<Bucket> buckets = new ArrayList<>(unsorted);
    buckets.sort(Comparator.comparingDouble(Bucket::bound));
    Bucket all = buckets.getLast();
    if (buckets.size() < 2 || all.bound() != Double.POSITIVE_INFINITY || all.count() == 0) {
      return Double.NaN;
    }
    double rank = quantile * all.count();
    int at = 0;
    while (at < buckets.size() - 1 && buckets.get(at).count() < rank) {
      at++;
    }
    if (at == buckets.size() - 1) {
      return buckets.get(at - 1).bound();
    }
    double lower = at == 0 ? 0 : buckets.get(at - 1).bound();
    double below = at == 0 ? 0 : buckets.get(at - 1).count();
    Bucket bucket = buckets.get(at);
    double inside = bucket.count() - below;
    return inside == 0
        ? bucket.bound()
        : lower + (bucket.bound() - lower) * (rank - below) / inside;
  }
}
