package com.pfavanguard.launcher;

import com.pfavanguard.launcher.data.DataDirectory;
import com.pfavanguard.launcher.data.RunFile;
import java.io.IOException;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Whose database: of a running {@code up}, or one that the environment names. */
final class DatabaseOption {
  /** The environments that operators know. */
  enum Environment {
    local,
    staging,
    production
  }

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--env",
      description = "${COMPLETION-CANDIDATES}; local (the default) is a running up")
  private Environment environment = Environment.local;

  Environment environment() {
    return environment;
  }

  boolean local() {
    return environment == Environment.local;
  }

  /** The operator's address. */
  String url(CommonOptions common) throws IOException {
    if (local()) {
      DataDirectory directory = DataDirectory.existing(common.dataDirectory(Installation.detect()));
      return new RunFile(directory).read().path("database").path("url").asString();
    }
    return variable("DATABASE_URL_", "the address with the operator's role");
  }

  /**
   * @param beginning of the variable's name; the environment's follows
   */
  String variable(String beginning, String meaning) {
    String name = beginning + environment.name().toUpperCase(Locale.ROOT);
    String value = System.getenv(name);
    if (value == null || value.isBlank()) {
      throw new ParameterException(spec.commandLine(), "set " + name + ", " + meaning);
    }
    return value.strip();
  }
}
