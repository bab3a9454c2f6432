package com.pfavanguard.records.store;

import com.pfavanguard.kernel.FieldValues;
import com.pfavanguard.kernel.PfaField;
import com.pfavanguard.kernel.PfaKey;
import com.pfavanguard.records.ContentHash;
import com.pfavanguard.records.Mirror;
import com.pfavanguard.records.MirrorVersion;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Takes single versions into mirror and history, many records per statement. */
@Repository
class MirrorStore implements Mirror {
  private static final String COLUMNS =
      PfaField.ALL.stream().map(PfaField::column).collect(Collectors.joining(", "));
  private static final String INCOMING =
      """
      jsonb_to_recordset(:rows::jsonb) AS i(organization_id text, pfa_id text, version bigint,
        content_hash uuid, change_source text, modification_id uuid, author text, reason text, %s)
      """
          .formatted(
              PfaField.ALL.stream()
                  .map(field -> field.column() + " " + field.type().sqlType())
                  .collect(Collectors.joining(", ")));

  /**
   * In key order, as every other writer of the mirror does: two of them never wait for each other
   * in a ring.
   */
  private static final String LOCK =
      """
      SELECT count(*) FROM (
        SELECT 1 FROM pfa_mirror m
          JOIN unnest(:organizations::text[], :ids::text[]) AS i(organization_id, pfa_id)
               USING (organization_id, pfa_id)
         ORDER BY m.organization_id, m.pfa_id FOR NO KEY UPDATE OF m) locked
      """;

  private static final String FIND =
      """
      SELECT organization_id, pfa_id, %s FROM pfa_mirror
        JOIN unnest(:organizations::text[], :ids::text[]) AS i(organization_id, pfa_id)
             USING (organization_id, pfa_id)
      """
          .formatted(COLUMNS);

  /** The version before the first change that we see of a record. */
  private static final String KEEP_FIRST_VERSION =
      """
      INSERT INTO pfa_mirror_history (organization_id, pfa_id, version, change_source, recorded_at, %1$s)
      SELECT m.organization_id, m.pfa_id, m.version, 'read', m.refreshed_at, m.%2$s
        FROM pfa_mirror m JOIN %3$s USING (organization_id, pfa_id)
       WHERE (m.version, m.content_hash) IS DISTINCT FROM (i.version, i.content_hash)
         AND NOT EXISTS (SELECT FROM pfa_mirror_history h
                          WHERE h.organization_id = m.organization_id AND h.pfa_id = m.pfa_id)
      """
          .formatted(COLUMNS, COLUMNS.replace(", ", ", m."), INCOMING);

  /**
   * A version that a read brought in already, and that an edit of ours made: now it has an author.
   */
  private static final String GIVE_AUTHOR =
      """
      UPDATE pfa_mirror_history h
         SET change_source = 'write', modification_id = i.modification_id, author = i.author, reason = i.reason
        FROM %s
       WHERE h.organization_id = i.organization_id AND h.pfa_id = i.pfa_id AND h.version = i.version
         AND h.change_source = 'read' AND i.change_source = 'write'
      """
          .formatted(INCOMING);

  private static final String ADD_HISTORY =
      """
      INSERT INTO pfa_mirror_history
        (organization_id, pfa_id, version, change_source, modification_id, author, reason, %1$s)
      SELECT i.organization_id, i.pfa_id, i.version, i.change_source, i.modification_id, i.author, i.reason, i.%2$s
        FROM pfa_mirror m JOIN %3$s USING (organization_id, pfa_id)
       WHERE CASE WHEN i.change_source = 'write'
               THEN NOT EXISTS (SELECT FROM pfa_mirror_history h
                                 WHERE h.organization_id = i.organization_id AND h.pfa_id = i.pfa_id
                                   AND h.version = i.version AND h.modification_id = i.modification_id)
               ELSE i.version > m.version OR (i.version = m.version AND i.content_hash <> m.content_hash) END
      """
          .formatted(COLUMNS, COLUMNS.replace(", ", ", i."), INCOMING);

  private static final String UPDATE_MIRROR =
      """
      UPDATE pfa_mirror m
         SET version = i.version, content_hash = i.content_hash, refreshed_at = clock_timestamp(), removed_at = NULL,
             %s
        FROM %s
       WHERE m.organization_id = i.organization_id AND m.pfa_id = i.pfa_id AND i.version >= m.version
      """
          .formatted(
              PfaField.ALL.stream()
                  .map(field -> field.column() + " = i." + field.column())
                  .collect(Collectors.joining(", ")),
              INCOMING);

  private final JdbcClient jdbc;

  MirrorStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void record(List<MirrorVersion> versions) {
    if (versions.isEmpty()) {
      return;
    }
    lock(versions);
    String rows =
        JsonMapper.shared()
            .writeValueAsString(completed(versions).stream().map(MirrorStore::row).toList());
    jdbc.sql(KEEP_FIRST_VERSION).param("rows", rows).update();
    jdbc.sql(GIVE_AUTHOR).param("rows", rows).update();
    jdbc.sql(ADD_HISTORY).param("rows", rows).update();
    jdbc.sql(UPDATE_MIRROR).param("rows", rows).update();
  }

  private void lock(List<MirrorVersion> versions) {
    jdbc.sql(LOCK)
        .param("organizations", organizations(versions))
        .param("ids", pfaIds(versions))
        .query(Long.class)
        .single();
  }

  /** What a version does not say stays as the mirror has it: null would say that it was cleared. */
  private List<MirrorVersion> completed(List<MirrorVersion> versions) {
    List<MirrorVersion> partial =
        versions.stream().filter(v -> !v.values().fields().containsAll(PfaField.ALL)).toList();
    if (partial.isEmpty()) {
      return versions;
    }
    Map<PfaKey, FieldValues> mirror = new HashMap<>();
    jdbc.sql(FIND)
        .param("organizations", organizations(partial))
        .param("ids", pfaIds(partial))
        .query(
            row -> {
              mirror.put(
                  new PfaKey(row.getString("organization_id"), row.getString("pfa_id")),
                  SqlValues.read(row));
            });
    return versions.stream()
        .map(v -> v.over(mirror.getOrDefault(v.key(), FieldValues.EMPTY)))
        .toList();
  }

  private static String[] organizations(List<MirrorVersion> versions) {
    return versions.stream().map(v -> v.key().organizationId()).toArray(String[]::new);
  }

  private static String[] pfaIds(List<MirrorVersion> versions) {
    return versions.stream().map(v -> v.key().pfaId()).toArray(String[]::new);
  }

  private static Map<String, @Nullable Object> row(MirrorVersion version) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("organization_id", version.key().organizationId());
    row.put("pfa_id", version.key().pfaId());
    row.put("version", version.version());
    row.put("content_hash", ContentHash.of(version.values()).toString());
    MirrorVersion.Origin origin = version.origin();
    row.put("change_source", origin == null ? "read" : "write");
    if (origin != null) {
      row.put("modification_id", origin.modificationId().toString());
      row.put("author", origin.author());
      row.put("reason", origin.reason());
    }
    for (PfaField field : PfaField.ALL) {
      Object value = version.values().get(field);
      boolean missingFlag = value == null && field.type() == com.pfavanguard.kernel.FieldType.FLAG;
      row.put(
          field.column(),
          missingFlag ? "false" : value == null ? null : field.type().format(value));
    }
    return row;
  }
}
