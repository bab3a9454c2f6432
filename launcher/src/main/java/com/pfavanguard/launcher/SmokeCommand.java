package com.pfavanguard.launcher;

import com.pfavanguard.launcher.console.Refusal;
import com.pfavanguard.launcher.data.DataDirectory;
import com.pfavanguard.launcher.data.RunFile;
import com.pfavanguard.launcher.smoke.Smoke;
import com.pfavanguard.launcher.smoke.Target;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "smoke",
    description = "Check that a deployment does what it promises; exit code 1 when it does not.",
    footer = {
      "",
      "staging and production are found by STAGING_API_URL or PROD_API_URL,",
      "SMOKE_TEST_TOKEN and SMOKE_TEST_ORG_ID in the environment."
    })
final class SmokeCommand implements Callable<Integer> {
  /** Where the deployment under test is. */
  enum Environment {
    local,
    staging,
    production
  }

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private CommonOptions common = new CommonOptions();

  @Option(
      names = "--env",
      required = true,
      description = "${COMPLETION-CANDIDATES}; local is a running up")
  private Environment environment = Environment.local;

  @Option(names = "--url", paramLabel = "URL", description = "test this address instead")
  private @Nullable String url;

  @Override
  public Integer call() throws IOException, InterruptedException {
    return new Smoke(target(), common.console()).passes() ? 0 : 1;
  }

  private Target target() throws IOException {
    if (environment != Environment.local) {
      return deployed();
    }
    DataDirectory directory = DataDirectory.existing(common.dataDirectory(Installation.detect()));
    return Target.local(new RunFile(directory).read(), url);
  }

  private Target deployed() {
    try {
      return Target.deployed(environment.name(), url);
    } catch (Refusal missing) {
      throw new ParameterException(
          spec.commandLine(), String.valueOf(missing.getMessage()), missing);
    }
  }
}
