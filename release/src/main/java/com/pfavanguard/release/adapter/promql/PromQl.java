package com.pfavanguard.release.adapter.promql;

import com.pfavanguard.release.adapter.promql.Expression.Aggregate;
import com.pfavanguard.release.adapter.promql.Expression.Binary;
import com.pfavanguard.release.adapter.promql.Expression.Call;
import com.pfavanguard.release.adapter.promql.Expression.Select;
import com.pfavanguard.release.adapter.promql.Expression.Subquery;
import com.pfavanguard.release.adapter.promql.Value.Range;
import com.pfavanguard.release.adapter.promql.Value.Scalar;
import com.pfavanguard.release.adapter.promql.Value.Vector;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Evaluates expressions. Thread-safe when its samples are. */
public final class PromQl {
  /** How far back a series that is no longer sampled is still there, in seconds. */
  private static final double LOOK_BACK = 10;

  private final Samples samples;

  public PromQl(Samples samples) {
    this.samples = samples;
  }

  /**
   * The value at one moment; a number is one series without labels.
   *
   * @param at seconds since the epoch
   * @throws IllegalArgumentException when the text is no expression that we know
   */
  public List<Sample> ask(String text, double at) {
    return vector(eval(Parser.parse(text), at)).samples();
  }

  private Value eval(Expression expression, double at) {
    return switch (expression) {
      case Expression.Constant number -> new Scalar(number.value());
      case Expression.Text text -> new Value.Text(text.text());
      case Select select when select.range() == 0 -> new Vector(latest(select, at));
      case Select select -> {
        double from = at - select.range();
        yield new Range(slices(select, from, at), from, at);
      }
      case Subquery subquery -> subquery(subquery, at);
      case Call call -> new Functions(at).apply(call.function(), all(call.arguments(), at));
      case Aggregate aggregate -> aggregate(aggregate, at);
      case Binary binary ->
          new Operators(binary).apply(eval(binary.left(), at), eval(binary.right(), at));
    };
  }

  private List<Value> all(List<Expression> expressions, double at) {
    return expressions.stream().map(expression -> eval(expression, at)).toList();
  }

  private List<Sample> latest(Select select, double at) {
    return slices(select, at - LOOK_BACK, at).stream()
        .map(slice -> new Sample(slice.labels(), slice.points().getLast().value()))
        .toList();
  }

  private List<Slice> slices(Select select, double from, double to) {
    return samples.range(select.name(), from, to).stream()
        .filter(slice -> select.matchings().stream().allMatch(m -> m.takes(slice.labels())))
        .toList();
  }

  private Value aggregate(Aggregate aggregate, double at) {
    Expression parameter = aggregate.parameter();
    int count = 0;
    if (parameter != null && eval(parameter, at) instanceof Scalar scalar) {
      count = (int) scalar.value();
    }
    List<Sample> of = vector(eval(aggregate.of(), at)).samples();
    return new Vector(Aggregation.of(aggregate.operator(), aggregate.by(), of, count));
  }

  /** Asked at whole multiples of its step, as Prometheus does. */
  private Range subquery(Subquery subquery, double at) {
    double from = at - subquery.range();
    Map<Labels, List<Point>> points = new LinkedHashMap<>();
    for (double then = Math.floor(from / subquery.step() + 1) * subquery.step();
        then <= at;
        then += subquery.step()) {
      for (Sample sample : vector(eval(subquery.of(), then)).samples()) {
        points
            .computeIfAbsent(sample.labels(), first -> new ArrayList<>())
            .add(new Point(then, sample.value()));
      }
    }
    List<Slice> slices = new ArrayList<>();
    points.forEach((labels, own) -> slices.add(new Slice(labels, own)));
    return new Range(slices, from, at);
  }

  static Vector vector(Value value) {
    return switch (value) {
      case Vector vector -> vector;
      case Scalar scalar -> new Vector(List.of(new Sample(Labels.NONE, scalar.value())));
      case Range range -> throw new IllegalArgumentException("a range is no value");
      case Value.Text text -> throw new IllegalArgumentException("a text is no value");
    };
  }
}
