package com.pfavanguard.release.adapter.promql;

import com.pfavanguard.release.adapter.promql.Expression.Matching;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads an expression by precedence climbing. */
final class Parser {
  private static final List<Set<String>> BINDING =
      List.of(
          Set.of("or"),
          Set.of("and", "unless"),
          Set.of("==", "!=", ">", "<", ">=", "<="),
          Set.of("+", "-"),
          Set.of("*", "/", "%"));
  private static final Set<String> AGGREGATES =
      Set.of("sum", "max", "min", "avg", "count", "topk", "bottomk");

  private final Tokens tokens;

  private Parser(Tokens tokens) {
    this.tokens = tokens;
  }

  /**
   * @throws IllegalArgumentException when it is none, or uses what we do not know
   */
  static Expression parse(String text) {
    Parser parser = new Parser(new Tokens(text));
    Expression expression = parser.binary(0);
    if (!parser.tokens.peek().isEmpty()) {
      throw new IllegalArgumentException("not understood: '%s'".formatted(parser.tokens.peek()));
    }
    return expression;
  }

  private Expression binary(int level) {
    if (level == BINDING.size()) {
      return unary();
    }
    Expression left = binary(level + 1);
    while (BINDING.get(level).contains(tokens.peek())) {
      String operator = tokens.take();
      boolean bool = tokens.takeIf("bool");
      List<String> on = tokens.takeIf("on") ? names() : null;
      left = new Expression.Binary(operator, left, binary(level + 1), bool, on);
    }
    return left;
  }

  private Expression unary() {
    if (tokens.takeIf("-")) {
      return new Expression.Binary("*", new Expression.Constant(-1), unary(), false, null);
    }
    Expression expression = ranged(primary());
    return expression;
  }

  /** A range or a subquery after it. */
  private Expression ranged(Expression expression) {
    if (!tokens.takeIf("[")) {
      return expression;
    }
    double range = tokens.duration();
    if (tokens.takeIf(":")) {
      double step = tokens.peek().equals("]") ? 60 : tokens.duration();
      tokens.demand("]");
      return ranged(new Expression.Subquery(expression, range, step));
    }
    tokens.demand("]");
    if (expression instanceof Expression.Select select) {
      return new Expression.Select(select.name(), select.matchings(), range);
    }
    throw new IllegalArgumentException("a range belongs to a series");
  }

  private Expression primary() {
    if (tokens.takeIf("(")) {
      Expression inner = binary(0);
      tokens.demand(")");
      return inner;
    }
    String piece = tokens.peek();
    if (piece.startsWith("\"") || piece.startsWith("'")) {
      return new Expression.Text(tokens.text());
    }
    if (!piece.isEmpty() && Character.isDigit(piece.charAt(0))) {
      return new Expression.Constant(Double.parseDouble(tokens.take()));
    }
    return word();
  }

  private Expression word() {
    if (tokens.peek().equals("{")) {
      return new Expression.Select("", matchings(), 0);
    }
    String word = tokens.take();
    if (AGGREGATES.contains(word)) {
      return aggregate(word);
    }
    if (tokens.peek().equals("(")) {
      return new Expression.Call(word, arguments());
    }
    return new Expression.Select(word, tokens.peek().equals("{") ? matchings() : List.of(), 0);
  }

  private Expression aggregate(String operator) {
    List<String> by = tokens.takeIf("by") ? names() : null;
    List<Expression> arguments = arguments();
    by = by == null && tokens.takeIf("by") ? names() : by;
    @Nullable Expression parameter = arguments.size() > 1 ? arguments.getFirst() : null;
    return new Expression.Aggregate(
        operator, by == null ? List.of() : by, arguments.getLast(), parameter);
  }

  private List<Expression> arguments() {
    List<Expression> arguments = new ArrayList<>();
    tokens.demand("(");
    while (!tokens.takeIf(")")) {
      arguments.add(binary(0));
      tokens.takeIf(",");
    }
    return arguments;
  }

  private List<String> names() {
    List<String> names = new ArrayList<>();
    tokens.demand("(");
    while (!tokens.takeIf(")")) {
      names.add(tokens.take());
      tokens.takeIf(",");
    }
    return names;
  }

  private List<Matching> matchings() {
    List<Matching> matchings = new ArrayList<>();
    tokens.demand("{");
    while (!tokens.takeIf("}")) {
      String label = tokens.take();
      String operator = tokens.take();
      matchings.add(new Matching(label, operator, tokens.text()));
      tokens.takeIf(",");
    }
    return matchings;
  }
}
