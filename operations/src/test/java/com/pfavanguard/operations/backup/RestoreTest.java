package com.pfavanguard.operations.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pfavanguard.operations.OperationRefused;
import com.pfavanguard.operations.storage.Storage;
import com.pfavanguard.operations.storage.Storages;
import com.pfavanguard.operations.testing.NeedsPostgresTools;
import com.pfavanguard.operations.testing.ProductDatabase;
import com.pfavanguard.operations.testing.Quiet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(NeedsPostgresTools.class)
class RestoreTest {
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-11-25T12:00:00Z"), ZoneOffset.UTC);
  private static final Restore.Consent REPLACE = new Restore.Consent(true, false);

  private @TempDir Path folder;
  private ProductDatabase database;
  private Storage storage;
  private BackupManifest manifest;

  @BeforeEach
  void aBackupAndThenAnAccident() throws Exception {
    database = ProductDatabase.create();
    storage = Storages.open(folder.resolve("backups").toString());
    manifest = new Backup("test", database.operator(), storage, new Quiet(), NOON).take();
    database.run("DELETE FROM pfa_mirror WHERE pfa_id = 'A-77'");
  }

  private Restore.Restored restore(Restore.Consent consent) throws Exception {
    return restore(consent, url -> List.of());
  }

  private Restore.Restored restore(Restore.Consent consent, ChainAudit audit) throws Exception {
    return new Restore(storage, database.superuser(), audit, new Quiet(), NOON)
        .restore(manifest, "test", consent);
  }

  private String lostRecords() {
    return database.ask("SELECT count(*) FROM pfa_mirror WHERE pfa_id = 'A-77'");
  }

  private String databases(String ending) {
    return ProductDatabase.ask(
        ProductDatabase.admin(),
        "SELECT count(*) FROM pg_database WHERE datname LIKE '%s%s%%'"
            .formatted(manifest.database(), ending));
  }

  @Test
  void theBackupTakesThePlaceAndTheOldDatabaseStaysUnderAnotherName() throws Exception {
    try (Connection somebody = database.operator().connect()) {
      Restore.Restored restored = restore(REPLACE);

      assertThat(lostRecords()).isEqualTo("2");
      assertThat(restored.replaced()).isEqualTo(manifest.database() + "_replaced_20261125120000");
      assertThat(somebody.isValid(5)).as("whoever was connected is cut off").isFalse();
      assertThat(
              ProductDatabase.ask(
                  ProductDatabase.admin().named(String.valueOf(restored.replaced())),
                  "SELECT count(*) FROM pfa_mirror"))
          .isEqualTo("998");
    }
    assertThat(
            ProductDatabase.ask(
                database.operator(), "SELECT current_user || ' sees ' || count(*) FROM pfa_mirror"))
        .as("the roles work as before")
        .isEqualTo("vanguard_operator sees 1000");
    assertThat(database.ask("SELECT tableowner FROM pg_tables WHERE tablename = 'pfa_mirror'"))
        .isEqualTo("vanguard_owner");
  }

  @Test
  void aDatabaseWithDataIsReplacedOnlyWhenSaidSo() {
    assertThatThrownBy(() -> restore(new Restore.Consent(false, false)))
        .isInstanceOf(OperationRefused.class)
        .hasMessageContaining("is not empty");
    assertThat(lostRecords()).isEqualTo("0");
  }

  @Test
  void anEmptyDatabaseIsFilledWithoutAsking() throws Exception {
    database.run("DROP OWNED BY vanguard_owner CASCADE");
    assertThat(restore(new Restore.Consent(false, false)).rows()).isEqualTo(manifest.totalRows());
    assertThat(lostRecords()).isEqualTo("2");
  }

  @Test
  void aBackupOfAnotherEnvironmentIsTheWrongDatabase() {
    Restore production =
        new Restore(storage, database.superuser(), url -> List.of(), new Quiet(), NOON);
    assertThatThrownBy(() -> production.restore(manifest, "production", REPLACE))
        .hasMessageContainingAll("wrong database", "in test", "in production");
    assertThat(lostRecords()).isEqualTo("0");
  }

  @Test
  void aFailureAnywhereLeavesTheOldDatabaseAndNothingElse() throws Exception {
    assertThatThrownBy(() -> restore(REPLACE, url -> List.of("RIO: broken")))
        .hasMessageContaining("RIO: broken");
    Path dump = folder.resolve("backups").resolve(manifest.file());
    Files.write(dump, new byte[] {1});
    assertThatThrownBy(() -> restore(REPLACE)).hasMessageContaining("truncated");

    assertThat(lostRecords()).isEqualTo("0");
    assertThat(databases("_restoring")).isEqualTo("0");
    assertThat(databases("_replaced")).isEqualTo("0");
  }

  @Test
  void whenTheNamesCannotChangeTheOldDatabaseGoesOn() {
    ProductDatabase.ask(ProductDatabase.admin(), "SELECT 1");
    database.run("CREATE DATABASE \"%s_replaced_20261125120000\"".formatted(manifest.database()));

    assertThatThrownBy(() -> restore(REPLACE)).hasMessageContaining("the old database stays");

    assertThat(database.ask("SELECT count(*) FROM pfa_mirror")).isEqualTo("998");
    assertThat(databases("_restoring")).isEqualTo("0");
  }
}
