package com.pfavanguard.launcher;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Checks numbers of the command line. */
record Range(CommandSpec spec) {
  static final int LAST_PORT = 65_535;

  /**
   * @throws ParameterException (exit code 2) when the value is outside
   */
  void require(String option, int value, int least, int most) {
    if (value < least || value > most) {
      throw new ParameterException(
          spec.commandLine(),
          "%s must be from %d to %d, not %d".formatted(option, least, most, value));
    }
  }
}
