package com.pfavanguard.launcher;

import com.pfavanguard.launcher.audit.AuditVerification;
import com.pfavanguard.launcher.backup.EmbeddedScratch;
import com.pfavanguard.launcher.backup.KeptFile;
import com.pfavanguard.launcher.console.Console;
import com.pfavanguard.launcher.console.Json;
import com.pfavanguard.operations.Progress;
import com.pfavanguard.operations.backup.Backup;
import com.pfavanguard.operations.backup.BackupManifest;
import com.pfavanguard.operations.backup.Backups;
import com.pfavanguard.operations.backup.ScratchServer;
import com.pfavanguard.operations.backup.Verification;
import com.pfavanguard.operations.database.DatabaseUrl;
import com.pfavanguard.operations.storage.Storage;
import com.pfavanguard.operations.storage.Storages;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ObjectNode;

@Command(
    name = "backup",
    description = "Keep a copy of the database, and prove that it can be restored.",
    footer = {
      "",
      "The databases of staging and production are found by DATABASE_URL_STAGING and",
      "DATABASE_URL_PRODUCTION, with the operator's role. --verify restores into a PostgreSQL",
      "of its own, or on the server that VANGUARD_SCRATCH_DATABASE_URL names. S3 takes its",
      "credentials from AWS's usual variables; AWS_ENDPOINT_URL_S3 names another service.",
      "Needs pg_dump and pg_restore."
    })
final class BackupCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private DatabaseOption database = new DatabaseOption();

  @Option(
      names = "--to",
      paramLabel = "PLACE",
      description =
          "s3://bucket/prefix or a folder (default: VANGUARD_BACKUP_TO, else backups in the data directory)")
  private @Nullable String to;

  @Option(
      names = "--keep",
      paramLabel = "N",
      description = "forget all but the newest N of this database, once this one is good")
  private @Nullable Integer keep;

  @Option(
      names = "--verify",
      description = "restore the backup into a scratch database and compare")
  private boolean verify;

  @Option(
      names = "--verify-existing",
      paramLabel = "FILE",
      description = "take none; verify this one: s3://bucket/prefix/NAME.dump or a path")
  private @Nullable String existing;

  @Override
  public Integer call() throws IOException, SQLException, InterruptedException {
    if (keep != null && keep < 1) {
      throw new ParameterException(spec.commandLine(), "--keep must be at least 1");
    }
    return existing == null ? take() : verifyExisting(KeptFile.parse(existing));
  }

  private int take() throws IOException, SQLException, InterruptedException {
    Console console = common.console();
    Progress progress = new ConsoleProgress(console);
    DatabaseUrl source = DatabaseUrl.parse(database.url(common));
    Clock clock = Clock.systemUTC();
    try (Storage storage = Storages.open(place())) {
      String environment = database.environment().name();
      BackupManifest manifest = new Backup(environment, source, storage, progress, clock).take();
      say(console, manifest, storage.address());
      if (verify) {
        verify(manifest, storage, progress);
        Verification.remember(manifest, source, clock);
        console.say("verified: restored, compared, thrown away");
      }
      List<String> forgotten =
          keep == null ? List.of() : new Backups(storage).forgetAllBut(keep, manifest);
      forgotten.forEach(file -> console.say("forgotten: " + file));
      console.result(Json.line(report(manifest, storage.address(), forgotten)));
    }
    return 0;
  }

  private int verifyExisting(KeptFile file) throws IOException, SQLException, InterruptedException {
    Console console = common.console();
    try (Storage storage = file.storage()) {
      BackupManifest manifest = file.manifest(storage);
      verify = true;
      verify(manifest, storage, new ConsoleProgress(console));
      say(console, manifest, storage.address());
      console.say("verified: restored, compared, thrown away");
      console.result(Json.line(report(manifest, storage.address(), List.of())));
    }
    return 0;
  }

  private void verify(BackupManifest manifest, Storage storage, Progress progress)
      throws IOException, SQLException, InterruptedException {
    progress.status("starting a scratch server");
    try (ScratchServer server = scratch()) {
      new Verification(
              storage,
              server,
              url -> new AuditVerification(url, List.of(), common.console()).violations(),
              progress)
          .verify(manifest);
    }
  }

  private ScratchServer scratch() throws IOException, InterruptedException {
    String given = System.getenv().getOrDefault("VANGUARD_SCRATCH_DATABASE_URL", "");
    Installation installation = Installation.detect();
    return given.isBlank()
        ? EmbeddedScratch.start(
            installation.programFolders(common.dataDirectory(installation).resolve("cache")))
        : ScratchServer.given(DatabaseUrl.parse(given));
  }

  private String place() {
    String usual = System.getenv().getOrDefault("VANGUARD_BACKUP_TO", "");
    if (to != null || !usual.isBlank()) {
      return to == null ? usual : to;
    }
    if (!database.local()) {
      throw new ParameterException(spec.commandLine(), "say where: --to, or VANGUARD_BACKUP_TO");
    }
    return common.dataDirectory(Installation.detect()).resolve("backups").toString();
  }

  private static void say(Console console, BackupManifest manifest, String place) {
    console.say(
        String.format(
            Locale.ROOT,
            "%s in %s: %.1f MB, %d rows of %d tables, schema %s, %.1f s, SHA-256 %s",
            manifest.file(),
            place,
            manifest.sizeBytes() / 1e6,
            manifest.totalRows(),
            manifest.rows().size(),
            manifest.schemaVersion(),
            manifest.durationSeconds(),
            manifest.sha256()));
  }

  private ObjectNode report(BackupManifest manifest, String place, List<String> forgotten) {
    ObjectNode report =
        Json.object()
            .put("ok", true)
            .put("file", manifest.file())
            .put("location", place)
            .put("environment", manifest.environment())
            .put("database", manifest.database())
            .put("sizeBytes", manifest.sizeBytes())
            .put("sha256", manifest.sha256())
            .put("durationSeconds", manifest.durationSeconds())
            .put("schemaVersion", manifest.schemaVersion())
            .put("rows", manifest.totalRows())
            .put("verified", verify);
    var names = report.putArray("forgotten");
    forgotten.forEach(names::add);
    return report;
  }
}
