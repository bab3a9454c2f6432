package com.pfavanguard.pems.grid;

import com.pfavanguard.pems.layout.FieldNames;
import com.pfavanguard.pems.value.BadValue;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Which of our columns a cell belongs to: cells name their column by alias, or by a number that
 * only the answer's FIELDS explain. A column's place is its index in {@link FieldNames#columns}. A
 * tenant may rename or drop a column: then the others are read without it, as long as a record
 * still says which it is.
 */
final class GridColumns {
  /** Key, organization and version come first; without them a row says nothing. */
  static final int IDENTITY = 3;

  private final Map<String, Integer> byAlias;
  private final Map<Integer, Integer> byNumber;
  private final boolean[] present;

  private GridColumns(
      Map<String, Integer> byAlias, Map<Integer, Integer> byNumber, boolean[] present) {
    this.byAlias = byAlias;
    this.byNumber = byNumber;
    this.present = present;
  }

  /** Knows aliases only. */
  static GridColumns named(FieldNames names) {
    Map<String, Integer> byAlias = new HashMap<>();
    List<String> columns = names.columns();
    for (int place = 0; place < columns.size(); place++) {
      byAlias.put(names.alias(columns.get(place)), place);
    }
    boolean[] present = new boolean[byAlias.size()];
    Arrays.fill(present, true);
    return new GridColumns(byAlias, Map.of(), present);
  }

  /**
   * The same with the numbers that FIELDS gives.
   *
   * @throws BadValue when a column is missing that says which record a row is
   */
  GridColumns numbered(JsonNode fields) {
    Map<Integer, Integer> numbers = new HashMap<>();
    boolean[] present = new boolean[byAlias.size()];
    for (JsonNode field : fields.isArray() ? fields : List.of(fields)) {
      Integer place = byAlias.get(field.path("name").asString("").toLowerCase(Locale.ROOT));
      if (place != null) {
        present[place] = true;
        numbers.put(number(field.path("aliasnum").asString("")), place);
      }
    }
    demand(present, IDENTITY);
    return new GridColumns(byAlias, numbers, present);
  }

  boolean knowsNumbers() {
    return !byNumber.isEmpty();
  }

  boolean sameNumbers(GridColumns other) {
    return byNumber.equals(other.byNumber);
  }

  /** Whether the grid has the column of this place. */
  boolean has(int place) {
    return present[place];
  }

  int size() {
    return byAlias.size();
  }

  /** -1 for a column that is not ours. */
  int ofNumber(int number) {
    return byNumber.getOrDefault(number, -1);
  }

  /** -1 for a column that is not ours. */
  int ofAlias(String alias) {
    Integer place = byAlias.get(alias);
    return place != null ? place : byAlias.getOrDefault(alias.toLowerCase(Locale.ROOT), -1);
  }

  /**
   * @throws BadValue naming the columns that are missing
   */
  void demandAll(boolean[] present) {
    demand(present, present.length);
  }

  private void demand(boolean[] present, int places) {
    List<String> missing =
        byAlias.entrySet().stream()
            .filter(column -> column.getValue() < places && !present[column.getValue()])
            .map(Map.Entry::getKey)
            .sorted()
            .toList();
    if (!missing.isEmpty()) {
      throw new BadValue("the grid has no column " + String.join(", ", missing));
    }
  }

  /**
   * @throws BadValue when the text is no number of a column
   */
  static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new BadValue("a column has no number but '" + text + "'", e);
    }
  }
}
