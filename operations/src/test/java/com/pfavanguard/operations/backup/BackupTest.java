package com.pfavanguard.operations.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pfavanguard.operations.OperationRefused;
import com.pfavanguard.operations.database.DatabaseUrl;
import com.pfavanguard.operations.storage.ServedAs;
import com.pfavanguard.operations.storage.Sha256;
import com.pfavanguard.operations.storage.Storage;
import com.pfavanguard.operations.storage.Storages;
import com.pfavanguard.operations.testing.NeedsPostgresTools;
import com.pfavanguard.operations.testing.ProductDatabase;
import com.pfavanguard.operations.testing.Quiet;
import com.pfavanguard.operations.testing.S3Service;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(NeedsPostgresTools.class)
class BackupTest {
  private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
  private static final ChainAudit SOUND = url -> List.of();

  private @TempDir Path folder;
  private ProductDatabase database;
  private Storage storage;

  @BeforeEach
  void prepare() {
    database = ProductDatabase.create();
    storage = Storages.open(folder.resolve("backups").toString());
  }

  private BackupManifest backup(Instant moment) throws Exception {
    Clock clock = Clock.fixed(moment, ZoneOffset.UTC);
    return new Backup("test", database.operator(), storage, new Quiet(), clock).take();
  }

  private void verify(BackupManifest manifest) throws Exception {
    verify(manifest, SOUND);
  }

  private void verify(BackupManifest manifest, ChainAudit audit) throws Exception {
    ScratchServer server = ScratchServer.given(ProductDatabase.admin());
    new Verification(storage, server, audit, new Quiet()).verify(manifest);
  }

  private Path dump(BackupManifest manifest) {
    return folder.resolve("backups").resolve(manifest.file());
  }

  @Test
  void aBackupSaysWhatItHoldsAndPassesItsVerification() throws Exception {
    BackupManifest manifest = backup(NOON);

    assertThat(manifest.rows())
        .containsEntry("pfa_mirror", 1000L)
        .containsEntry("organization", 2L);
    assertThat(manifest.schemaVersion()).matches("[0-9.]+");
    assertThat(manifest.sha256()).isEqualTo(Sha256.of(dump(manifest)));
    assertThat(new Backups(storage).manifest(manifest.file())).isEqualTo(manifest);
    verify(manifest);
    assertThat(
            database.ask("SELECT count(*) FROM pg_database WHERE datname LIKE 'vanguard_verify%'"))
        .isEqualTo("0");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(dump(manifest))))
        .as("it holds password hashes")
        .isEqualTo("rw-------");
  }

  @Test
  void theServersAreToldOfTheRunAndOfItsVerification() throws Exception {
    BackupManifest manifest = backup(NOON);
    assertThat(database.ask("SELECT outcome || ' ' || sha256 || ' ' || size_bytes FROM backup_run"))
        .isEqualTo("succeeded %s %d".formatted(manifest.sha256(), manifest.sizeBytes()));

    Clock later = Clock.fixed(NOON.plusSeconds(60), ZoneOffset.UTC);
    Verification.remember(manifest, database.operator(), later);

    assertThat(database.ask("SELECT verified_at = '2026-11-25T12:01:00Z' FROM backup_run"))
        .isEqualTo("t");
  }

  @Test
  void aFailedRunIsRecordedAndLeavesNothingBehind() throws Exception {
    // The operator may not read this one: pg_dump must refuse, not leave it out.
    database.run(
        "CREATE TABLE secret_of_others (x int); REVOKE ALL ON secret_of_others FROM PUBLIC");

    assertThatThrownBy(() -> backup(NOON)).hasMessageContaining("permission denied");

    assertThat(database.ask("SELECT outcome FROM backup_run")).isEqualTo("failed");
    assertThat(storage.keys("")).isEmpty();
    try (var left = Files.list(folder.resolve("backups"))) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void s3HasTheDumpTheManifestAndNoOther() throws Exception {
    storage = S3Service.open(S3Service.newBucket(), "nightly");
    BackupManifest manifest = backup(NOON);
    assertThat(storage.keys("")).containsExactly(manifest.file(), manifest.key());
    verify(manifest);
  }

  @Test
  void oldBackupsGoOnlyWhenAGoodOneStays() throws Exception {
    BackupManifest first = backup(NOON);
    BackupManifest second = backup(NOON.plus(Duration.ofDays(1)));
    storage.put("vanguard-test-other-20200101T000000000Z.dump.json", "{}", ServedAs.DOCUMENT);
    BackupManifest third = backup(NOON.plus(Duration.ofDays(2)));
    Backups backups = new Backups(storage);

    assertThat(backups.forgetAllBut(2, third)).containsExactly(first.file());
    assertThat(backups.files("test", third.database()))
        .containsExactly(second.file(), third.file());
    assertThat(storage.keys("vanguard-test-other")).hasSize(1);

    storage.delete(List.of(third.key()));
    assertThatThrownBy(() -> backups.forgetAllBut(1, third)).isInstanceOf(OperationRefused.class);
    assertThat(backups.files("test", third.database())).containsExactly(second.file());
  }

  @Test
  void anEmptyATruncatedAndAFlippedFileAreEachCaught() throws Exception {
    BackupManifest manifest = backup(NOON);
    byte[] whole = Files.readAllBytes(dump(manifest));

    Files.write(dump(manifest), new byte[0]);
    assertThatThrownBy(() -> verify(manifest)).hasMessage(manifest.file() + " is empty");

    Files.write(dump(manifest), java.util.Arrays.copyOf(whole, whole.length - 1));
    assertThatThrownBy(() -> verify(manifest)).hasMessageContainingAll("is truncated", "bytes");

    byte[] flipped = whole.clone();
    flipped[whole.length / 2] ^= 1;
    Files.write(dump(manifest), flipped);
    assertThatThrownBy(() -> verify(manifest)).hasMessageContainingAll("was altered", "SHA-256");

    Files.write(dump(manifest), whole);
    Files.writeString(dump(manifest), "more", StandardOpenOption.APPEND);
    assertThatThrownBy(() -> verify(manifest)).hasMessageContaining("is too long");

    Files.delete(dump(manifest));
    assertThatThrownBy(() -> verify(manifest)).hasMessageContaining("is gone");

    storage.delete(List.of(manifest.key()));
    assertThatThrownBy(() -> new Backups(storage).manifest(manifest.file()))
        .hasMessageContaining("has no manifest");
  }

  @Test
  void aDumpOfAnotherDatabaseUnderOurManifestIsCaught() throws Exception {
    BackupManifest manifest = backup(NOON);
    ProductDatabase other = ProductDatabase.create();
    Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);
    BackupManifest foreign =
        new Backup("test", other.operator(), storage, new Quiet(), clock).take();
    assertThatThrownBy(() -> verify(likeness(manifest, foreign)))
        .hasMessageContaining("is of another database than " + manifest.database());
  }

  private static BackupManifest likeness(BackupManifest ours, BackupManifest foreign) {
    return new BackupManifest(
        ours.format(),
        ours.environment(),
        ours.database(),
        foreign.file(),
        ours.takenAt(),
        ours.durationSeconds(),
        foreign.sizeBytes(),
        foreign.sha256(),
        ours.schemaVersion(),
        ours.rows(),
        ours.server(),
        ours.tools());
  }

  @Test
  void dataThatBreaksAPromiseFailsItsVerification() throws Exception {
    database.run("UPDATE pfa_modification SET sync_status = 'synced' WHERE pfa_id = 'A-1'");
    BackupManifest manifest = backup(NOON);
    assertThatThrownBy(() -> verify(manifest))
        .hasMessageContaining("waiting rows belong to waiting edits: 1 violations")
        .hasMessageContaining("settled edits have their row: 1 violations");
  }

  @Test
  void aBrokenAuditFailsItsVerification() throws Exception {
    BackupManifest manifest = backup(NOON);
    assertThatThrownBy(() -> verify(manifest, url -> List.of("RIO: entry 7 was edited")))
        .hasMessageContaining("RIO: entry 7 was edited");
  }

  @Test
  void rowsThatTheManifestDoesNotKnowAreDifferences() throws Exception {
    BackupManifest m = backup(NOON);
    var rows = new java.util.TreeMap<>(m.rows());
    rows.put("pfa_mirror", 999L);
    BackupManifest wrong =
        new BackupManifest(
            m.format(),
            m.environment(),
            m.database(),
            m.file(),
            m.takenAt(),
            m.durationSeconds(),
            m.sizeBytes(),
            m.sha256(),
            "7",
            rows,
            m.server(),
            m.tools());
    assertThatThrownBy(() -> verify(wrong))
        .hasMessageContaining("pfa_mirror has 1000 rows, the manifest says 999")
        .hasMessageContaining("the manifest says 7");
  }

  @Test
  void whatStorageLosesOnTheWayIsNoticedAtOnce() {
    storage = new Forgetful(storage);
    assertThatThrownBy(() -> backup(NOON)).hasMessageContaining("is not what was sent");
    assertThat(database.ask("SELECT outcome FROM backup_run")).isEqualTo("failed");
  }

  /** Storage whose disk flips a bit. */
  private record Forgetful(Storage whole) implements Storage {
    @Override
    public void put(String key, Path file, ServedAs served) throws java.io.IOException {
      byte[] bytes = Files.readAllBytes(file);
      bytes[bytes.length / 2] ^= 4;
      whole.put(key, Files.write(file, bytes), served);
    }

    @Override
    public InputStream open(String key) throws java.io.IOException {
      return whole.open(key);
    }

    @Override
    public List<String> keys(String beginning) throws java.io.IOException {
      return whole.keys(beginning);
    }

    @Override
    public void delete(java.util.Collection<String> keys) throws java.io.IOException {
      whole.delete(keys);
    }

    @Override
    public com.pfavanguard.operations.storage.Workspace workspace() throws java.io.IOException {
      return whole.workspace();
    }

    @Override
    public String address() {
      return whole.address();
    }
  }

  @Test
  void thePasswordIsNeitherInTheAddressThatIsShownNorInARefusal() {
    DatabaseUrl url = DatabaseUrl.parse("postgresql://me:s3cr%3Aet@nowhere:1/db?sslmode=require");
    assertThat(url.password()).isEqualTo("s3cr:et");
    assertThat(url.toString()).isEqualTo("postgresql://me@nowhere:1/db?sslmode=require");
    assertThat(DatabaseUrl.parse(url.withPassword())).isEqualTo(url);
    assertThatThrownBy(() -> DatabaseUrl.parse("postgresql://me:s3cret@/"))
        .message()
        .doesNotContain("s3cret");
  }
}
