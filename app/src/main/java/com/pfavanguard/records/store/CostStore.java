package com.pfavanguard.records.store;

import com.pfavanguard.kernel.FieldValues;
import com.pfavanguard.kernel.PfaField;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Costs of values that stand in no table, by the same SQL as everybody's listing. */
@Repository
public class CostStore {
  private static final String COSTS =
      "SELECT CASE WHEN is_actualized THEN actual_cost ELSE forecast_cost END FROM (%s) c ORDER BY position"
          .formatted(
              MergedView.withCosts(
                  "SELECT * FROM jsonb_to_recordset(:rows::jsonb) AS r(position int, %s)"
                      .formatted(
                          PfaField.ALL.stream()
                              .map(field -> field.column() + " " + field.type().sqlType())
                              .collect(Collectors.joining(", ")))));

  private final JdbcClient jdbc;
  private final Clock clock;

  CostStore(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  public List<BigDecimal> find(List<FieldValues> records) {
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    for (FieldValues values : records) {
      rows.add(row(rows.size(), values));
    }
    return jdbc.sql(COSTS)
        .param("today", LocalDate.now(clock))
        .param("rows", JsonMapper.shared().writeValueAsString(rows))
        .query(BigDecimal.class)
        .list();
  }

  private static Map<String, @Nullable Object> row(int position, FieldValues values) {
    Map<String, @Nullable Object> row = new HashMap<>();
    row.put("position", position);
    values
        .toTexts()
        .forEach((name, text) -> PfaField.named(name).ifPresent(f -> row.put(f.column(), text)));
    return row;
  }
}
