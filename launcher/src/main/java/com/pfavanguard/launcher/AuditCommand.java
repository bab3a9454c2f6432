package com.pfavanguard.launcher;

import com.pfavanguard.launcher.audit.AuditVerification;
import com.pfavanguard.launcher.data.DataDirectory;
import com.pfavanguard.launcher.data.RunFile;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "audit",
    description = "The record of who did what.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = AuditCommand.Verify.class)
final class AuditCommand {

  @Command(
      name = "verify",
      description =
          "Check that no entry was edited, deleted, reordered or slipped in; exit code 1 when one was.",
      footer = {
        "",
        "The databases of staging and production are found by DATABASE_URL_STAGING and",
        "DATABASE_URL_PRODUCTION in the environment, with the operator's role."
      })
  static final class Verify implements Callable<Integer> {
    /** Whose audit. */
    enum Environment {
      local,
      staging,
      production
    }

    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private CommonOptions common = new CommonOptions();

    @Option(
        names = "--env",
        description = "${COMPLETION-CANDIDATES}; local (the default) is a running up")
    private Environment environment = Environment.local;

    @Option(
        names = "--head",
        paramLabel = "DIGEST",
        description =
            "a head that the server's log once named; a chain cut short or made anew does not hold it; repeatable")
    private List<String> heads = List.of();

    @Override
    public Integer call() throws IOException, SQLException {
      return new AuditVerification(databaseUrl(), heads, common.console()).passes() ? 0 : 1;
    }

    private String databaseUrl() throws IOException {
      if (environment == Environment.local) {
        DataDirectory directory =
            DataDirectory.existing(common.dataDirectory(Installation.detect()));
        return new RunFile(directory).read().path("database").path("url").asString();
      }
      String variable = "DATABASE_URL_" + environment.name().toUpperCase(Locale.ROOT);
      String url = System.getenv(variable);
      if (url == null || url.isBlank()) {
        throw new ParameterException(
            spec.commandLine(), "set " + variable + ", the address with the operator's role");
      }
      return url.strip();
    }
  }
}
