package com.pfavanguard.pems.schema;

import com.pfavanguard.kernel.PfaField;
import com.pfavanguard.pems.FieldHold;
import com.pfavanguard.pems.GridSchema.Column;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is known of tenants' fields, and the holds on them. */
@Repository
class SchemaStore {
  private final JdbcClient jdbc;

  SchemaStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Map<PfaField, Column> known(String connectionId) {
    Map<PfaField, Column> known = new EnumMap<>(PfaField.class);
    jdbc.sql("SELECT * FROM pems_schema_field WHERE connection_id = ?")
        .param(connectionId)
        .query(
            row -> {
              Column column =
                  new Column(
                      row.getString("type"),
                      row.getObject("max_length", Integer.class),
                      row.getObject("decimals", Integer.class));
              PfaField.named(row.getString("field")).ifPresent(field -> known.put(field, column));
            });
    return known;
  }

  void learn(String connectionId, Map<PfaField, Column> columns) {
    columns.forEach(
        (field, column) ->
            jdbc.sql(
                    """
                    INSERT INTO pems_schema_field AS f (connection_id, field, type, max_length, decimals)
                    VALUES (:connection, :field, :type, :maxLength, :decimals)
                    ON CONFLICT (connection_id, field)
                    DO UPDATE SET type = excluded.type, max_length = excluded.max_length,
                                  decimals = excluded.decimals, seen_at = clock_timestamp()
                    """)
                .param("connection", connectionId)
                .param("field", field.apiName())
                .param("type", column.type())
                .param("maxLength", column.maxLength(), java.sql.Types.INTEGER)
                .param("decimals", column.decimals(), java.sql.Types.INTEGER)
                .update());
  }

  void forget(String connectionId, PfaField field) {
    jdbc.sql(
            """
            UPDATE pems_schema_field SET type = NULL, max_length = NULL, decimals = NULL
             WHERE connection_id = ? AND field = ?
            """)
        .params(connectionId, field.apiName())
        .update();
  }

  List<FieldHold> open() {
    return jdbc.sql("SELECT * FROM pems_schema_hold WHERE cleared_at IS NULL ORDER BY hold_id")
        .query((row, number) -> hold(row))
        .list();
  }

  /**
   * @return whether it is new
   */
  boolean hold(String connectionId, PfaField field, SchemaComparison.Drift drift) {
    return jdbc.sql(
            """
            INSERT INTO pems_schema_hold AS h (connection_id, field, reason, detail)
            VALUES (:connection, :field, :reason, :detail)
            ON CONFLICT (connection_id, field) WHERE cleared_at IS NULL
            DO UPDATE SET reason = excluded.reason, detail = excluded.detail
            RETURNING xmax = 0
            """)
        .param("connection", connectionId)
        .param("field", field.apiName())
        .param("reason", drift.reason().name())
        .param("detail", drift.detail())
        .query(Boolean.class)
        .single();
  }

  /** Ends the holds on all other fields. */
  int clearOthers(String connectionId, Set<PfaField> held) {
    return jdbc.sql(
            """
            UPDATE pems_schema_hold SET cleared_at = clock_timestamp()
             WHERE connection_id = :connection AND cleared_at IS NULL AND field <> ALL (:held)
            """)
        .param("connection", connectionId)
        .param("held", held.stream().map(PfaField::apiName).toArray(String[]::new))
        .update();
  }

  private static FieldHold hold(ResultSet row) throws SQLException {
    return new FieldHold(
        row.getLong("hold_id"),
        row.getString("connection_id"),
        PfaField.named(row.getString("field")).orElseThrow(),
        FieldHold.Reason.valueOf(row.getString("reason")),
        row.getString("detail"),
        row.getTimestamp("detected_at").toInstant());
  }
}
