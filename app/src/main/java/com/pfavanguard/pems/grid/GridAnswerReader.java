package com.pfavanguard.pems.grid;

import static com.pfavanguard.pems.grid.JsonWalk.elements;
import static com.pfavanguard.pems.grid.JsonWalk.members;

import com.pfavanguard.pems.value.BadValue;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a grid answer as it arrives and hands over each row's cells in the columns' order; one
 * array is reused for all rows. Knows the three shapes of rows: {@code D[{n, value}]}, {@code
 * CELL[{ALIAS_NAME, VALUE}]} and {@code DATAFIELD[{FIELDNAME, FIELDVALUE}]}.
 */
final class GridAnswerReader {
  private final JsonMapper json;
  private final GridColumns columns;
  private final GridAnswer answer = new GridAnswer();
  private final @Nullable String[] cells;
  private final boolean[] seen;
  private final Consumer<@Nullable String[]> rows;

  GridAnswerReader(JsonMapper json, GridColumns columns, Consumer<@Nullable String[]> rows) {
    this.json = json;
    this.columns = columns;
    this.cells = new @Nullable String[columns.size()];
    this.seen = new boolean[columns.size()];
    this.rows = rows;
  }

  /**
   * @throws BadValue when the grid lacks a column that we read
   */
  GridAnswer read(InputStream body) throws IOException {
    try (JsonParser parser = json.createParser(body)) {
      parser.nextToken();
      if (parser.currentToken() != JsonToken.START_OBJECT) {
        throw new BadValue("the answer is no JSON object");
      }
      members(parser, name -> top(parser, name));
      // Reads to the end, so that the connection can serve the next request.
      parser.nextToken();
    }
    if (answer.rows() > 0 && answer.fields().isMissingNode()) {
      columns.demandAll(seen);
    }
    return answer;
  }

  private void top(JsonParser parser, String name) throws IOException {
    switch (name) {
      case "ErrorAlert" -> answer.takeErrors(parser.readValueAsTree());
      case "ConfirmationAlert" -> answer.takeQuestions(parser.readValueAsTree());
      default -> result(parser, name);
    }
  }

  private void result(JsonParser parser, String name) throws IOException {
    switch (name) {
      case "Result", "ResultData", "GRID", "DATA" ->
          members(parser, member -> result(parser, member));
      case "METADATA" -> answer.takeMetadata(parser.readValueAsTree());
      case "FIELDS" -> answer.takeFields(parser.readValueAsTree());
      case "TOTAL-COUNT" -> answer.takeTotalCount(parser.readValueAsTree());
      case "ROW", "DATARECORD" -> elements(parser, () -> row(parser));
      default -> parser.skipChildren();
    }
  }

  private void row(JsonParser parser) throws IOException {
    java.util.Arrays.fill(cells, null);
    members(
        parser,
        name -> {
          switch (name) {
            case "D", "CELL", "DATAFIELD" -> elements(parser, () -> cell(parser));
            default -> parser.skipChildren();
          }
        });
    answer.countRow();
    rows.accept(cells);
  }

  private void cell(JsonParser parser) throws IOException {
    int place = -1;
    String value = null;
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      switch (name) {
        case "n" -> place = columns.ofNumber(number(parser));
        case "ALIAS_NAME", "FIELDNAME" ->
            place = columns.ofAlias(String.valueOf(parser.getString()));
        case "value", "VALUE", "FIELDVALUE" -> value = text(parser);
        default -> parser.skipChildren();
      }
    }
    if (place >= 0) {
      cells[place] = value;
      seen[place] = true;
    }
  }

  private static int number(JsonParser parser) {
    return parser.currentToken() == JsonToken.VALUE_NUMBER_INT
        ? parser.getIntValue()
        : GridColumns.number(String.valueOf(parser.getString()));
  }

  private static @Nullable String text(JsonParser parser) {
    if (parser.currentToken() == JsonToken.VALUE_NULL) {
      return null;
    }
    if (!parser.currentToken().isScalarValue()) {
      throw new BadValue("a cell holds a structure");
    }
    return parser.getString();
  }
}
