package com.pfavanguard.release.adapter.promql;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An expression's text in pieces. */
final class Tokens {
  private static final Pattern PIECE =
      Pattern.compile(
          "\\s*(?:(?<text>\"(?:[^\"\\\\]|\\\\.)*\"|'[^']*')"
              + "|(?<duration>\\d+(?:ms|[smhdwy])(?:\\d+(?:ms|[smhdwy]))*)"
              + "|(?<number>\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?)"
              + "|(?<word>[A-Za-z_][A-Za-z0-9_:]*)"
              + "|(?<sign>=~|!~|!=|==|>=|<=|[-+*/%(){}\\[\\],=<>:]))");

  private final List<String> pieces = new ArrayList<>();
  private int next;

  /**
   * @throws IllegalArgumentException when something is no piece of the language
   */
  Tokens(String text) {
    Matcher piece = PIECE.matcher(text);
    int at = 0;
    while (at < text.length() && !text.substring(at).isBlank()) {
      if (!piece.find(at) || piece.start() != at) {
        throw new IllegalArgumentException(
            "not understood from '%s'".formatted(text.substring(at)));
      }
      pieces.add(piece.group().strip());
      at = piece.end();
    }
  }

  /** Empty at the end. */
  String peek() {
    return next < pieces.size() ? pieces.get(next) : "";
  }

  /**
   * @throws IllegalArgumentException at the end
   */
  String take() {
    String piece = peek();
    if (piece.isEmpty()) {
      throw new IllegalArgumentException("the expression is not finished");
    }
    next++;
    return piece;
  }

  boolean takeIf(String wanted) {
    boolean there = peek().equals(wanted);
    if (there) {
      next++;
    }
    return there;
  }

  void demand(String wanted) {
    String piece = take();
    if (!piece.equals(wanted)) {
      throw new IllegalArgumentException("expected '%s', found '%s'".formatted(wanted, piece));
    }
  }

  /** A quoted text without its quotes. */
  String text() {
    String piece = take();
    return piece.substring(1, piece.length() - 1).replace("\\\\", "\\").replace("\\\"", "\"");
  }

  /** In seconds. */
  double duration() {
    Matcher part = Pattern.compile("(\\d+)(ms|[smhdwy])").matcher(take());
    double seconds = 0;
    while (part.find()) {
      seconds += Double.parseDouble(part.group(1)) * unit(part.group(2));
    }
    return seconds;
  }

  private static double unit(String unit) {
    return switch (unit) {
      case "ms" -> 0.001;
      case "s" -> 1;
      case "m" -> 60;
      case "h" -> 3600;
      case "d" -> 86_400;
      case "w" -> 7 * 86_400;
      default -> 365 * 86_400;
    };
  }
}
