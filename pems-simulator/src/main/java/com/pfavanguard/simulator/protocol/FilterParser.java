package com.pfavanguard.simulator.protocol;

import com.pfavanguard.simulator.settings.Setting;
import com.pfavanguard.simulator.settings.Settings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** Reads filter rows with joiners and parentheses; AND binds closer than OR. */
final class FilterParser {
  private final List<Row> rows;
  private final boolean joinerJoinsNext;
  private int at;

  private FilterParser(List<Row> rows, boolean joinerJoinsNext) {
    this.rows = rows;
    this.joinerJoinsNext = joinerJoinsNext;
  }

  /** A filter row with the parentheses that still wait for their partners. */
  private static final class Row {
    final GridFilter test;
    final String joiner;
    final int sequence;
    int open;
    int close;

    Row(GridFilter test, JsonNode node, int index) {
      this.test = test;
      this.joiner = node.path("JOINER").asString("AND").toUpperCase(Locale.ROOT);
      this.sequence = node.path("SEQNUM").asInt(index);
      this.open = parentheses(node.path("LPAREN"));
      this.close = parentheses(node.path("RPAREN"));
    }

    int sequence() {
      return sequence;
    }
  }

  static GridFilter parse(JsonNode request, Schema schema, Settings settings) {
    List<Row> rows = new ArrayList<>();
    for (JsonNode node : rows(request)) {
      rows.add(row(node, schema, settings, rows.size()));
    }
    if (rows.isEmpty()) {
      return GridFilter.everything();
    }
    rows.sort(Comparator.comparingInt(Row::sequence));
    FilterParser parser =
        new FilterParser(rows, settings.text(Setting.JOINER_JOINS).equals("next"));
    GridFilter filter = parser.any();
    if (parser.at < rows.size() || rows.stream().anyMatch(row -> row.close > 0)) {
      throw PemsRefusal.invalid("the parentheses of the filter are not a valid pairing");
    }
    return filter;
  }

  /** The filter rows as they came. */
  static List<JsonNode> rows(JsonNode request) {
    List<JsonNode> rows = new ArrayList<>();
    rows.addAll(each(request.path("MULTIADDON_FILTERS").path("MADDON_FILTER")));
    rows.addAll(each(request.path("ADDON_FILTER")));
    return rows;
  }

  /** An array, or a single object in its place. */
  static List<JsonNode> each(JsonNode node) {
    if (node.isArray()) {
      return List.copyOf(node.values());
    }
    return node.isObject() && !node.isEmpty() ? List.of(node) : List.of();
  }

  private static Row row(JsonNode node, Schema schema, Settings settings, int index) {
    Column column = schema.alias(node.path("ALIAS_NAME").asString(""));
    GridFilter test =
        FilterTest.of(
            column,
            node.path("OPERATOR").asString(""),
            node.path("VALUE").asString(""),
            settings.gridText());
    return new Row(test, node, index);
  }

  /** {@code true}, a count, or the parentheses themselves. */
  private static int parentheses(JsonNode node) {
    String text = node.asString("").strip().toLowerCase(Locale.ROOT);
    return switch (text) {
      case "", "false" -> 0;
      case "true" -> 1;
      default -> text.matches("\\d") ? Integer.parseInt(text) : text.length();
    };
  }

  private GridFilter any() {
    List<GridFilter> parts = new ArrayList<>(List.of(all()));
    while (continues() && joined("OR")) {
      parts.add(all());
    }
    return parts.size() == 1 ? parts.getFirst() : new GridFilter.Any(parts);
  }

  private GridFilter all() {
    List<GridFilter> parts = new ArrayList<>(List.of(one()));
    while (continues() && !joined("OR")) {
      parts.add(one());
    }
    return parts.size() == 1 ? parts.getFirst() : new GridFilter.All(parts);
  }

  private GridFilter one() {
    Row row = rows.get(at);
    if (row.open > 0) {
      row.open--;
      GridFilter group = any();
      closeGroup();
      return group;
    }
    at++;
    return row.test;
  }

  private void closeGroup() {
    Row last = rows.get(at - 1);
    if (last.close == 0) {
      throw PemsRefusal.invalid("the parentheses of the filter are not a valid pairing");
    }
    last.close--;
  }

  /** Whether the group that is being read goes on behind the last row read. */
  private boolean continues() {
    return at < rows.size() && rows.get(at - 1).close == 0;
  }

  private boolean joined(String joiner) {
    return rows.get(joinerJoinsNext ? at - 1 : at).joiner.equals(joiner);
  }
}
