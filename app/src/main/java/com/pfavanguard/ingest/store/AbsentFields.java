package com.pfavanguard.ingest.store;

import com.pfavanguard.kernel.FieldType;
import com.pfavanguard.kernel.FieldValues;
import com.pfavanguard.kernel.PfaField;
import com.pfavanguard.records.ContentHash;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Fields that PEMS did not tell stay as the mirror has them: staged rows take the mirror's value,
 * and a hash of all that they now say. Runs inside the caller's transaction.
 */
final class AbsentFields {
  private static final List<PfaField> CONTENT =
      PfaField.ALL.stream().filter(field -> !field.bookkeeping()).toList();
  private static final int BATCH = 1000;

  private final JdbcClient jdbc;
  private final String organizationId;
  private final Set<PfaField> absent;

  AbsentFields(JdbcClient jdbc, String organizationId, Set<PfaField> absent) {
    this.jdbc = jdbc;
    this.organizationId = organizationId;
    this.absent = absent;
  }

  /** A row with the text forms of its values. */
  private record Row(String pfaId, FieldValues values) {}

  void takeFromMirror() {
    if (absent.isEmpty()) {
      return;
    }
    run(
        """
        UPDATE staging s SET %s
          FROM pfa_mirror m WHERE m.organization_id = :organization AND m.pfa_id = s.pfa_id
        """
            .formatted(columns(absent, c -> c + " = m." + c)));
    if (absent.stream().anyMatch(field -> field.type() == FieldType.FLAG)) {
      run("UPDATE staging SET " + flags());
    }
    run(
        """
        UPDATE staging s SET content_hash = m.content_hash
          FROM pfa_mirror m
         WHERE m.organization_id = :organization AND m.pfa_id = s.pfa_id
           AND (%s) IS NOT DISTINCT FROM (%s)
        """
            .formatted(columns(CONTENT, c -> "s." + c), columns(CONTENT, c -> "m." + c)));
    rehash();
  }

  /** The few rows that differ from the mirror in other fields, in batches. */
  private void rehash() {
    String after = "";
    List<Row> rows;
    do {
      rows = differing(after);
      if (!rows.isEmpty()) {
        hash(rows);
        after = rows.getLast().pfaId();
      }
    } while (rows.size() == BATCH);
  }

  private List<Row> differing(String after) {
    return jdbc.sql(
            """
            SELECT s.pfa_id, %s FROM staging s
              JOIN pfa_mirror m ON m.organization_id = :organization AND m.pfa_id = s.pfa_id
             WHERE s.content_hash <> m.content_hash AND s.pfa_id > :after
             ORDER BY s.pfa_id LIMIT %d
            """
                .formatted(columns(CONTENT, c -> "s." + c + "::text AS " + c), BATCH))
        .param("organization", organizationId)
        .param("after", after)
        .query((row, number) -> row(row))
        .list();
  }

  private static Row row(ResultSet row) throws SQLException {
    EnumMap<PfaField, @Nullable Object> values = new EnumMap<>(PfaField.class);
    for (PfaField field : CONTENT) {
      String text = row.getString(field.column());
      values.put(field, text == null ? null : field.type().parse(text));
    }
    return new Row(row.getString("pfa_id"), FieldValues.of(values));
  }

  private void hash(List<Row> rows) {
    List<String> ids = new ArrayList<>();
    List<UUID> hashes = new ArrayList<>();
    for (Row row : rows) {
      ids.add(row.pfaId());
      hashes.add(ContentHash.of(row.values()));
    }
    jdbc.sql(
            """
            UPDATE staging s SET content_hash = h.hash
              FROM unnest(:ids::text[], :hashes::uuid[]) AS h(pfa_id, hash) WHERE h.pfa_id = s.pfa_id
            """)
        .param("ids", ids.toArray(String[]::new))
        .param("hashes", hashes.toArray(UUID[]::new))
        .update();
  }

  private void run(String sql) {
    var statement = jdbc.sql(sql);
    (sql.contains(":organization") ? statement.param("organization", organizationId) : statement)
        .update();
  }

  private String flags() {
    List<PfaField> flags = absent.stream().filter(f -> f.type() == FieldType.FLAG).toList();
    return columns(flags, c -> c + " = coalesce(" + c + ", false)");
  }

  private static String columns(Iterable<PfaField> fields, Function<String, String> form) {
    List<String> parts = new ArrayList<>();
    fields.forEach(field -> parts.add(form.apply(field.column())));
    return String.join(", ", parts);
  }
}
