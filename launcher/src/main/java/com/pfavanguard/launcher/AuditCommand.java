package com.pfavanguard.launcher;

import com.pfavanguard.launcher.audit.AuditVerification;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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
    @Mixin private CommonOptions common = new CommonOptions();
    @Mixin private DatabaseOption database = new DatabaseOption();

    @Option(
        names = "--head",
        paramLabel = "DIGEST",
        description =
            "a head that the server's log once named; a chain cut short or made anew does not hold it; repeatable")
    private List<String> heads = List.of();

    @Override
    public Integer call() throws IOException, SQLException {
      return new AuditVerification(database.url(common), heads, common.console()).passes() ? 0 : 1;
    }
  }
}
