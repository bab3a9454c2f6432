package com.pfavanguard.launcher;

import java.net.URI;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** The address of a server in an option. */
final class ServerAddress {
  private ServerAddress() {}

  /**
   * @throws ParameterException when it is not {@code http://host:port}
   */
  static void require(CommandSpec spec, String option, URI value) {
    if (!"http".equals(value.getScheme()) || value.getHost() == null || value.getPort() < 1) {
      throw new ParameterException(
          spec.commandLine(), option + " must be like http://127.0.0.1:8081, not " + value);
    }
  }
}
