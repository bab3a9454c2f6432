package com.pfavanguard.simulator.protocol;

import com.pfavanguard.simulator.settings.Setting;
import com.pfavanguard.simulator.settings.Settings;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** The body of a grid request, understood. */
record GridRequest(Content content, GridFilter filter, RowOrder order, Window window) {
  private static final int USUAL_ROWS = 500;

  /** Which parts a REQUEST_TYPE asks for. */
  enum Content {
    HEAD_DATA,
    HEAD_ONLY,
    DATA_ONLY,
    COUNT;

    boolean hasFields() {
      return this == HEAD_DATA || this == HEAD_ONLY;
    }

    boolean hasRows() {
      return this == HEAD_DATA || this == DATA_ONLY;
    }
  }

  /** The cursor as sent, the rows before the first wanted one, and how many are wanted. */
  record Window(long cursor, long offset, int rows) {}

  static GridRequest parse(JsonNode body, Schema schema, Settings settings) {
    checkGrid(body.path("GRID"));
    return new GridRequest(
        content(body.path("REQUEST_TYPE").asString("LIST.HEAD_DATA.STORED")),
        FilterParser.parse(body, schema, settings),
        order(body.path("ADDON_SORT"), schema),
        window(body.path("GRID"), settings));
  }

  private static void checkGrid(JsonNode grid) {
    String name = grid.path("GRID_NAME").asString("");
    String id = grid.path("GRID_ID").asString("");
    boolean named = name.equals(Schema.GRID_NAME) || (name.isEmpty() && !id.isEmpty());
    if (!named || !(id.isEmpty() || id.equals(Schema.GRID_ID))) {
      throw PemsRefusal.invalid("'%s' (%s) is not a valid grid".formatted(name, id));
    }
  }

  private static Content content(String type) {
    return switch (type) {
      case "LIST.HEAD_DATA.STORED" -> Content.HEAD_DATA;
      case "LIST.HEAD_ONLY.STORED" -> Content.HEAD_ONLY;
      case "LIST.DATA_ONLY.STORED" -> Content.DATA_ONLY;
      case "LIST.COUNT.STORED" -> Content.COUNT;
      default -> throw PemsRefusal.invalid("'" + type + "' is not a valid REQUEST_TYPE");
    };
  }

  private static RowOrder order(JsonNode sort, Schema schema) {
    List<JsonNode> sorts = FilterParser.each(sort);
    if (sorts.isEmpty()) {
      return RowOrder.BY_ID;
    }
    JsonNode first = sorts.getFirst();
    String type = first.path("TYPE").asString("ASC").toUpperCase(Locale.ROOT);
    if (!type.equals("ASC") && !type.equals("DESC")) {
      throw PemsRefusal.invalid("'" + type + "' is not a valid sort TYPE");
    }
    Column column = schema.alias(first.path("ALIAS_NAME").asString(""));
    return new RowOrder(column.field(), type.equals("DESC"));
  }

  private static Window window(JsonNode grid, Settings settings) {
    int base = settings.number(Setting.CURSOR_BASE);
    long cursor = number(grid.path("CURSOR_POSITION"), "CURSOR_POSITION", base);
    long rows =
        number(
            grid.path("NUMBER_OF_ROWS_FIRST_RETURNED"),
            "NUMBER_OF_ROWS_FIRST_RETURNED",
            USUAL_ROWS);
    int served = (int) Math.min(rows, settings.number(Setting.MAX_PAGE_ROWS));
    return new Window(cursor, Math.max(0, cursor - base), served);
  }

  private static long number(JsonNode node, String name, int usual) {
    if (node.isMissingNode() || node.isNull()) {
      return usual;
    }
    String text = node.asString("");
    if (!text.matches("\\d{1,9}")) {
      throw PemsRefusal.invalid("'" + text + "' is not a valid " + name);
    }
    return Long.parseLong(text);
  }
}
