package com.pfavanguard.pems.grid;

import com.pfavanguard.kernel.PfaField;
import com.pfavanguard.pems.GridQuery;
import com.pfavanguard.pems.layout.FieldNames;
import com.pfavanguard.pems.layout.GridLayout;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Bodies for {@code POST /griddata}. */
public final class GridRequests {
  private final JsonMapper json;
  private final GridLayout layout;

  public GridRequests(JsonMapper json, GridLayout layout) {
    this.json = json;
    this.layout = layout;
  }

  /** How many rows match. */
  public String count(String organization, GridQuery query) {
    return body("LIST.COUNT.STORED", organization, query, layout.firstCursor(), 1);
  }

  /** Which columns there are. */
  public String head(String organization) {
    return body(
        "LIST.HEAD_ONLY.STORED", organization, new GridQuery(null, 1), layout.firstCursor(), 1);
  }

  /**
   * One page with its columns, sorted by the key so that pages neither overlap nor leave gaps.
   *
   * @param cursor 1 for the first row, whatever the tenant counts from
   */
  public String page(String organization, GridQuery query, long cursor) {
    return body(
        "LIST.HEAD_DATA.STORED",
        organization,
        query,
        cursor - 1 + layout.firstCursor(),
        query.pageSize());
  }

  private String body(String type, String organization, GridQuery query, long cursor, int rows) {
    ObjectNode body = json.createObjectNode();
    body.putObject("GRID")
        .put("GRID_NAME", layout.name())
        .put("GRID_ID", layout.id())
        .put("USER_FUNCTION_NAME", layout.name())
        .put("NUMBER_OF_ROWS_FIRST_RETURNED", rows)
        .put("CURSOR_POSITION", cursor);
    body.putObject("GRID_TYPE").put("TYPE", "LIST");
    body.put("REQUEST_TYPE", type);
    ArrayNode filters = body.putObject("MULTIADDON_FILTERS").putArray("MADDON_FILTER");
    filter(filters, layout.names().alias(FieldNames.ORGANIZATION), "=", organization);
    if (query.changedSince() != null) {
      String changed = layout.names().alias(PfaField.LAST_CHANGED_AT.apiName());
      filter(filters, changed, ">=", layout.text().encode(query.changedSince()));
    }
    body.putObject("ADDON_SORT")
        .put("ALIAS_NAME", layout.names().alias(FieldNames.PFA_ID))
        .put("TYPE", "ASC");
    return json.writeValueAsString(body);
  }

  private static void filter(ArrayNode filters, String alias, String operator, String value) {
    filters
        .addObject()
        .put("ALIAS_NAME", alias)
        .put("OPERATOR", operator)
        .put("VALUE", value)
        .put("JOINER", "AND")
        .put("SEQNUM", filters.size());
  }
}
