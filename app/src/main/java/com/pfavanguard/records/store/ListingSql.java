package com.pfavanguard.records.store;

import com.pfavanguard.records.domain.RecordCursor;
import com.pfavanguard.records.domain.RecordFilter;
import com.pfavanguard.records.domain.RecordListing;
import com.pfavanguard.records.domain.RecordSort;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Builds the statements of a listing. Column names come from closed sets, every value is a
 * parameter.
 */
final class ListingSql {
  private final StringBuilder conditions = new StringBuilder("true");
  private final Map<String, @Nullable Object> parameters = new HashMap<>();
  private final RecordListing listing;

  ListingSql(RecordListing listing) {
    this.listing = listing;
    if (!listing.includeDiscontinued()) {
      conditions.append(" AND NOT is_discontinued");
    }
    listing.filters().forEach(this::add);
    if (listing.search() != null && !listing.search().isBlank()) {
      addSearch(listing.search());
    }
  }

  Map<String, @Nullable Object> parameters() {
    return parameters;
  }

  /**
   * One page after the cursor; asks for one row more than the limit, which tells whether there is a
   * next page.
   */
  String page(@Nullable RecordCursor cursor, int limit) {
    if (cursor != null) {
      addCursor(cursor, listing.sort());
    }
    parameters.put("limit", limit + 1);
    String order = order(listing.sort());
    return "WITH "
        + MergedView.EDITS
        + "SELECT * FROM ("
        + branch(MergedView.PLAIN, order)
        + " UNION ALL "
        + branch(MergedView.EDITED, order)
        + ") r ORDER BY "
        + order
        + " LIMIT :limit";
  }

  String totals() {
    String sums =
        """
        SELECT count(*) AS count, coalesce(sum(plan_cost), 0) AS plan, coalesce(sum(forecast_cost), 0) AS forecast,
               coalesce(sum(actual_cost), 0) AS actual, coalesce(sum(variance), 0) AS variance
          FROM (%s) r WHERE NOT removed AND %s
        """;
    return "WITH %s SELECT sum(count)::bigint AS count, sum(plan) AS plan, sum(forecast) AS forecast, sum(actual) AS actual, sum(variance) AS variance FROM (%s UNION ALL %s) t"
        .formatted(
            MergedView.EDITS,
            sums.formatted(MergedView.withCosts(MergedView.PLAIN), conditions),
            sums.formatted(MergedView.withCosts(MergedView.EDITED), conditions));
  }

  private String branch(String branch, String order) {
    return "(SELECT * FROM (%s) r WHERE %s ORDER BY %s LIMIT :limit)"
        .formatted(MergedView.withCosts(branch), conditions, order);
  }

  private static String order(RecordSort sort) {
    String column = sort.column().sql();
    if (column.equals("pfa_id")) {
      return sort.descending() ? "pfa_id DESC" : "pfa_id";
    }
    return column + (sort.descending() ? " DESC NULLS LAST" : " NULLS LAST") + ", pfa_id";
  }

  private void addCursor(RecordCursor cursor, RecordSort sort) {
    String column = sort.column().sql();
    String beyond = sort.descending() ? "<" : ">";
    parameters.put("cursorId", cursor.pfaId());
    if (column.equals("pfa_id")) {
      conditions.append(" AND pfa_id ").append(beyond).append(" :cursorId");
      return;
    }
    Object value = cursor.typedValue(sort);
    if (value == null) {
      conditions.append(" AND %s IS NULL AND pfa_id > :cursorId".formatted(column));
      return;
    }
    parameters.put("cursorValue", SqlValues.bindable(value));
    conditions.append(
        " AND (%1$s %2$s :cursorValue OR (%1$s = :cursorValue AND pfa_id > :cursorId) OR %1$s IS NULL)"
            .formatted(column, beyond));
  }

  private void add(RecordFilter filter) {
    String name = "filter" + parameters.size();
    String column = filter.column().sql();
    String condition =
        switch (filter.operator()) {
          case EMPTY, NOTEMPTY -> column + " " + filter.operator().sql();
          case IN -> column + " IN (:" + name + ")";
          case CONTAINS -> column + "::text ILIKE :" + name;
          case EQ, NE, LT, LTE, GT, GTE -> column + " " + filter.operator().sql() + " :" + name;
        };
    conditions.append(" AND ").append(condition);
    if (filter.operator() == RecordFilter.Operator.IN) {
      parameters.put(name, filter.values().stream().map(SqlValues::bindable).toList());
    } else if (!filter.values().isEmpty()) {
      parameters.put(name, SqlValues.bindable(filter.values().getFirst()));
    }
  }

  private void addSearch(String search) {
    parameters.put("search", "%" + search.strip().replaceAll("([\\\\%_])", "\\\\$1") + "%");
    conditions.append(
        " AND (pfa_id ILIKE :search OR description ILIKE :search OR category ILIKE :search"
            + " OR category_description ILIKE :search OR manufacturer ILIKE :search OR model ILIKE :search)");
  }
}
