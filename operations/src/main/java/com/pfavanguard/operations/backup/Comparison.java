package com.pfavanguard.operations.backup;

import com.pfavanguard.operations.OperationRefused;
import com.pfavanguard.operations.database.DatabaseUrl;
import com.pfavanguard.operations.database.Snapshot;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** Whether a restored database is what its manifest says, and sound in itself. */
record Comparison(BackupManifest manifest, ChainAudit audit) {

  /**
   * @throws OperationRefused naming the first differences
   */
  void requireEqual(DatabaseUrl restored) throws SQLException {
    List<String> faults = new ArrayList<>();
    try (Snapshot snapshot = Snapshot.of(restored)) {
      Map<String, Long> rows = snapshot.rows();
      if (!rows.containsKey("pfa_mirror") || !rows.containsKey("pfa_write_queue")) {
        throw new OperationRefused(
            manifest.file() + " holds no database of PFA Vanguard: it has no table pfa_mirror");
      }
      faults.addAll(differences(rows));
      if (!Objects.equals(snapshot.schemaVersion(), manifest.schemaVersion())) {
        faults.add(
            "schema version %s, the manifest says %s"
                .formatted(snapshot.schemaVersion(), manifest.schemaVersion()));
      }
      faults.addAll(Invariant.violated(snapshot));
    }
    faults.addAll(audit.violations(restored.withPassword()));
    if (!faults.isEmpty()) {
      throw new OperationRefused(
          "%s is not what it should be: %s".formatted(manifest.file(), String.join("; ", faults)));
    }
  }

  private List<String> differences(Map<String, Long> rows) {
    TreeSet<String> tables = new TreeSet<>(rows.keySet());
    tables.addAll(manifest.rows().keySet());
    return tables.stream()
        .filter(table -> !Objects.equals(rows.get(table), manifest.rows().get(table)))
        .map(
            table ->
                "%s has %s rows, the manifest says %s"
                    .formatted(table, rows.get(table), manifest.rows().get(table)))
        .toList();
  }
}
