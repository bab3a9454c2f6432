package com.pfavanguard.records.domain;

import com.pfavanguard.kernel.ApiException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** One condition on the merged view, written {@code field:op:value} in the API. */
public record RecordFilter(RecordColumn column, Operator operator, List<Object> values) {

  /** How a column is compared. */
  public enum Operator {
    EQ("="),
    NE("IS DISTINCT FROM"),
    LT("<"),
    LTE("<="),
    GT(">"),
    GTE(">="),
    IN("= ANY"),
    CONTAINS("ILIKE"),
    EMPTY("IS NULL"),
    NOTEMPTY("IS NOT NULL");

    private final String sql;

    Operator(String sql) {
      this.sql = sql;
    }

    public String sql() {
      return sql;
    }
  }

  /**
   * @throws ApiException 400 {@code bad_filter} with a sentence when the text is no such condition
   */
  public static RecordFilter parse(String text) {
    String[] parts = text.split(":", 3);
    if (parts.length < 2) {
      throw bad("A filter is written field:op:value, not \"" + text + "\".");
    }
    RecordColumn column =
        RecordColumn.named(parts[0])
            .orElseThrow(() -> bad("There is no field \"" + parts[0] + "\" to filter by."));
    Operator operator = operator(parts[1]);
    return new RecordFilter(column, operator, values(column, operator, parts));
  }

  private static Operator operator(String name) {
    try {
      return Operator.valueOf(name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw bad(
          "The operator \""
              + name
              + "\" is none of eq, ne, lt, lte, gt, gte, in, contains, empty,"
              + " notEmpty.");
    }
  }

  private static List<Object> values(RecordColumn column, Operator operator, String[] parts) {
    if (operator == Operator.EMPTY || operator == Operator.NOTEMPTY) {
      return List.of();
    }
    if (parts.length < 3) {
      throw bad("The filter on " + column.name() + " needs a value.");
    }
    if (operator == Operator.IN) {
      return Arrays.stream(parts[2].split(",", -1)).map(text -> value(column, text)).toList();
    }
    if (operator == Operator.CONTAINS) {
      return List.of("%" + parts[2].replaceAll("([\\\\%_])", "\\\\$1") + "%");
    }
    return List.of(value(column, parts[2]));
  }

  private static Object value(RecordColumn column, String text) {
    try {
      return column.type().parse(text);
    } catch (IllegalArgumentException e) {
      throw bad("\"" + text + "\" " + e.getMessage() + ", which " + column.name() + " needs.");
    }
  }

  private static ApiException bad(String detail) {
    return ApiException.badRequest("bad_filter", detail);
  }
}
