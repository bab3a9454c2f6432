package com.pfavanguard.launcher;

import com.pfavanguard.launcher.audit.AuditVerification;
import com.pfavanguard.launcher.backup.Confirmation;
import com.pfavanguard.launcher.backup.EmbeddedScratch;
import com.pfavanguard.launcher.backup.KeptFile;
import com.pfavanguard.launcher.console.Console;
import com.pfavanguard.launcher.console.Json;
import com.pfavanguard.launcher.data.DataDirectory;
import com.pfavanguard.launcher.data.Secrets;
import com.pfavanguard.operations.backup.BackupManifest;
import com.pfavanguard.operations.backup.Restore;
import com.pfavanguard.operations.database.DatabaseUrl;
import com.pfavanguard.operations.storage.Storage;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "restore",
    description = {
      "Put a backup in the database's place. It is restored and compared beside it first; the old",
      "database stays under another name."
    },
    footer = {
      "",
      "Two confirmations are asked for, or given: --confirm-database and --confirm-sha256.",
      "staging and production: DATABASE_ADMIN_URL_STAGING or DATABASE_ADMIN_URL_PRODUCTION, with a",
      "role that may create databases and act as vanguard_owner. See docs/restoring.md."
    })
final class RestoreCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private DatabaseOption database = new DatabaseOption();

  @Parameters(paramLabel = "FILE", description = "s3://bucket/prefix/NAME.dump or a path")
  private String file = "";

  @Option(
      names = "--confirm-database",
      paramLabel = "NAME",
      description = "the database that is replaced")
  private @Nullable String confirmedDatabase;

  @Option(
      names = "--confirm-sha256",
      paramLabel = "DIGITS",
      description = "at least the first 8 digits of the backup's SHA-256")
  private @Nullable String confirmedSha256;

  @Option(names = "--replace", description = "the database holds data and may be replaced")
  private boolean replace;

  @Option(
      names = "--from-elsewhere",
      description = "the backup may be of another environment or database")
  private boolean fromElsewhere;

  @Override
  public Integer call() throws IOException, SQLException, InterruptedException {
    Console console = common.console();
    DatabaseUrl target = target();
    KeptFile kept = KeptFile.parse(file);
    try (Storage storage = kept.storage()) {
      BackupManifest manifest = kept.manifest(storage);
      console.say(
          "%s, of %s in %s, taken %s"
              .formatted(
                  manifest.file(),
                  manifest.database(),
                  manifest.environment(),
                  manifest.takenAt()));
      new Confirmation(confirmedDatabase, confirmedSha256)
          .require(target.database(), manifest, this::ask);
      Restore.Restored restored =
          new Restore(
                  storage,
                  target,
                  url -> new AuditVerification(url, List.of(), console).violations(),
                  new ConsoleProgress(console),
                  Clock.systemUTC())
              .restore(
                  manifest,
                  database.environment().name(),
                  new Restore.Consent(replace, fromElsewhere));
      report(console, restored);
    }
    return 0;
  }

  private static void report(Console console, Restore.Restored restored) {
    console.say(
        "restored %d rows into %s%s"
            .formatted(
                restored.rows(),
                restored.database(),
                restored.replaced() == null
                    ? ""
                    : "; the old database is kept as " + restored.replaced()));
    console.result(
        Json.line(
            Json.object()
                .put("ok", true)
                .put("database", restored.database())
                .put("replaced", restored.replaced())
                .put("rows", restored.rows())));
  }

  private DatabaseUrl target() throws IOException {
    if (!database.local()) {
      return DatabaseUrl.parse(
          database.variable(
              "DATABASE_ADMIN_URL_",
              "the address with a role that may create databases and act as vanguard_owner"));
    }
    DatabaseUrl operator = DatabaseUrl.parse(database.url(common));
    DataDirectory directory = DataDirectory.existing(common.dataDirectory(Installation.detect()));
    return EmbeddedScratch.superuser(operator.port(), Secrets.open(directory))
        .named(operator.database());
  }

  private String ask(String question) {
    java.io.Console person = common.console().json() ? null : System.console();
    String answer = person == null || !person.isTerminal() ? null : person.readLine(question);
    if (answer == null) {
      throw new ParameterException(
          spec.commandLine(), "nobody to ask: give --confirm-database and --confirm-sha256");
    }
    return answer;
  }
}
