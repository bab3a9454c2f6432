package com.pfavanguard.launcher;

import com.pfavanguard.launcher.data.DataDirectory;
import com.pfavanguard.launcher.data.RunFile;
import com.pfavanguard.launcher.data.Secrets;
import com.pfavanguard.launcher.secrets.Deployed;
import com.pfavanguard.launcher.secrets.Local;
import com.pfavanguard.launcher.secrets.SecretsVerification;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

@Command(
    name = "secrets",
    description = "Passwords and keys.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = SecretsCommand.Verify.class)
final class SecretsCommand {

  @Command(
      name = "verify",
      description =
          "Try every credential for real: valid, expires, invalid, unreachable or not configured; exit code 1 when one is not good.",
      footer = {
        "",
        "Those of staging and production are looked for in AWS Secrets Manager",
        "(VANGUARD_SECRETS_AWS_PREFIX_PRODUCTION), in files (VANGUARD_SECRETS_DIR_PRODUCTION), then in",
        "DATABASE_URL_PRODUCTION, REDIS_URL_PRODUCTION, GEMINI_API_KEY_PRODUCTION,",
        "VANGUARD_PEMS_PASSWORD_PRODUCTION with PEMS_BASE_URL_PRODUCTION, VANGUARD_PEMS_TENANT_PRODUCTION",
        "and VANGUARD_PEMS_USERNAME_PRODUCTION. Never on the command line, where everybody sees them."
      })
  static final class Verify implements Callable<Integer> {
    /** Whose credentials. */
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

    @Override
    public Integer call() throws IOException {
      return switch (verification().run()) {
        case ALL_VALID -> 0;
        case SOME_INVALID -> 1;
        case NOTHING_CONFIGURED ->
            throw new ParameterException(
                spec.commandLine(), "nothing is configured for " + environment + "; see --help");
      };
    }

    private SecretsVerification verification() throws IOException {
      if (environment != Environment.local) {
        return SecretsVerification.of(
            new Deployed(environment.name(), System.getenv()),
            environment.name(),
            common.console());
      }
      DataDirectory directory = DataDirectory.existing(common.dataDirectory(Installation.detect()));
      JsonNode run = new RunFile(directory).read();
      return SecretsVerification.of(
          new Local(run, Secrets.open(directory), System.getenv()), common.console());
    }
  }
}
