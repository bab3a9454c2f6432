package com.pfavanguard.release.adapter.promql;

import com.pfavanguard.release.adapter.promql.Expression.Binary;
import com.pfavanguard.release.adapter.promql.Value.Scalar;
import com.pfavanguard.release.adapter.promql.Value.Vector;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Arithmetic, comparisons and set operations between two values. */
final class Operators {
  private static final Set<String> COMPARISONS = Set.of("==", "!=", ">", "<", ">=", "<=");
  private static final Set<String> SETS = Set.of("and", "or", "unless");

  private final Binary binary;

  Operators(Binary binary) {
    this.binary = binary;
  }

  Value apply(Value left, Value right) {
    if (left instanceof Scalar one && right instanceof Scalar other) {
      return new Scalar(number(one.value(), other.value()));
    }
    if (left instanceof Vector vector && right instanceof Scalar scalar) {
      return each(vector, scalar.value(), false);
    }
    if (left instanceof Scalar scalar && right instanceof Vector vector) {
      return each(vector, scalar.value(), true);
    }
    if (left instanceof Vector one && right instanceof Vector other) {
      return SETS.contains(binary.operator()) ? sets(one, other) : joined(one, other);
    }
    throw new IllegalArgumentException(binary.operator() + " between what is no value");
  }

  private Vector each(Vector vector, double scalar, boolean scalarFirst) {
    List<Sample> result = new ArrayList<>();
    for (Sample sample : vector.samples()) {
      double left = scalarFirst ? scalar : sample.value();
      double right = scalarFirst ? sample.value() : scalar;
      add(result, sample, left, right);
    }
    return new Vector(result);
  }

  private Vector joined(Vector left, Vector right) {
    Map<Labels, Sample> partners = new HashMap<>();
    right.samples().forEach(sample -> partners.put(key(sample), sample));
    List<Sample> result = new ArrayList<>();
    for (Sample sample : left.samples()) {
      Sample partner = partners.get(key(sample));
      if (partner != null) {
        add(result, sample, sample.value(), partner.value());
      }
    }
    return new Vector(result);
  }

  private void add(List<Sample> result, Sample sample, double left, double right) {
    boolean compares = COMPARISONS.contains(binary.operator());
    double value = number(left, right);
    if (compares && !binary.bool()) {
      if (value == 1) {
        result.add(sample);
      }
      return;
    }
    result.add(new Sample(sample.labels().nameless(), value));
  }

  private Vector sets(Vector left, Vector right) {
    Set<Labels> there = right.samples().stream().map(this::key).collect(Collectors.toSet());
    if (binary.operator().equals("or")) {
      Set<Labels> taken = new HashSet<>();
      left.samples().forEach(sample -> taken.add(key(sample)));
      List<Sample> all = new ArrayList<>(left.samples());
      right.samples().stream().filter(sample -> !taken.contains(key(sample))).forEach(all::add);
      return new Vector(all);
    }
    boolean wanted = binary.operator().equals("and");
    return new Vector(
        left.samples().stream().filter(sample -> there.contains(key(sample)) == wanted).toList());
  }

  private Labels key(Sample sample) {
    List<String> on = binary.on();
    return on == null ? sample.labels().nameless() : sample.labels().only(on);
  }

  private double number(double left, double right) {
    return switch (binary.operator()) {
      case "+" -> left + right;
      case "-" -> left - right;
      case "*" -> left * right;
      case "/" -> left / right;
      case "%" -> left % right;
      case "==" -> left == right ? 1 : 0;
      case "!=" -> left != right ? 1 : 0;
      case ">" -> left > right ? 1 : 0;
      case "<" -> left < right ? 1 : 0;
      case ">=" -> left >= right ? 1 : 0;
      case "<=" -> left <= right ? 1 : 0;
      default -> throw new IllegalArgumentException("no operator " + binary.operator());
    };
  }
}
