package com.pfavanguard.records.store;

import com.pfavanguard.kernel.PfaField;
import com.pfavanguard.records.CurrentRecord;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Records of the mirror without anybody's edits. */
@Repository
public class CurrentStore {
  private static final String FIND =
      "SELECT pfa_id, version, removed_at IS NOT NULL AS removed, %s FROM pfa_mirror"
              .formatted(
                  PfaField.ALL.stream().map(PfaField::column).collect(Collectors.joining(", ")))
          + " WHERE organization_id = :org AND pfa_id = ANY (:ids)";

  private final JdbcClient jdbc;

  CurrentStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public Map<String, CurrentRecord> find(String organizationId, Collection<String> pfaIds) {
    Map<String, CurrentRecord> found = new HashMap<>();
    jdbc.sql(FIND)
        .param("org", organizationId)
        .param("ids", pfaIds.toArray(String[]::new))
        .query(
            row -> {
              found.put(
                  row.getString("pfa_id"),
                  new CurrentRecord(
                      row.getLong("version"), SqlValues.read(row), row.getBoolean("removed")));
            });
    return found;
  }
}
