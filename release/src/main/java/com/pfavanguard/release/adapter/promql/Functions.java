package com.pfavanguard.release.adapter.promql;

import com.pfavanguard.release.adapter.promql.Value.Range;
import com.pfavanguard.release.adapter.promql.Value.Scalar;
import com.pfavanguard.release.adapter.promql.Value.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Functions by name.
 *
 * @param at seconds since the epoch
 */
record Functions(double at) {

  Value apply(String function, List<Value> arguments) {
    return switch (function) {
      case "time" -> new Scalar(at);
      case "vector" -> PromQl.vector(arguments.getFirst());
      case "scalar" -> scalar(PromQl.vector(arguments.getFirst()));
      case "absent" -> absent(PromQl.vector(arguments.getFirst()));
      case "clamp_min" -> clampMin(PromQl.vector(arguments.get(0)), number(arguments.get(1)));
      case "histogram_quantile" ->
          new Vector(
              Histogram.quantile(
                  number(arguments.get(0)), PromQl.vector(arguments.get(1)).samples()));
      default -> over(function, arguments.getFirst());
    };
  }

  private static Value over(String function, Value argument) {
    if (!(argument instanceof Range range)) {
      throw new IllegalArgumentException("no function " + function + " of this");
    }
    List<Sample> result = new ArrayList<>();
    for (Slice slice : range.slices()) {
      OptionalDouble value = Rates.of(function, slice.points(), range.from(), range.to());
      value.ifPresent(known -> result.add(new Sample(slice.labels().nameless(), known)));
    }
    return new Vector(result);
  }

  private static double number(Value value) {
    if (value instanceof Scalar scalar) {
      return scalar.value();
    }
    throw new IllegalArgumentException("a number is wanted");
  }

  private static Scalar scalar(Vector vector) {
    return new Scalar(
        vector.samples().size() == 1 ? vector.samples().getFirst().value() : Double.NaN);
  }

  private static Vector absent(Vector vector) {
    return new Vector(vector.samples().isEmpty() ? List.of(new Sample(Labels.NONE, 1)) : List.of());
  }

  private static Vector clampMin(Vector vector, double least) {
    return new Vector(
        vector.samples().stream()
            .map(s -> new Sample(s.labels().nameless(), Math.max(least, s.value())))
            .toList());
  }
}
