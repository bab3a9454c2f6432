package com.pfavanguard.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsCommandTest {
  private @TempDir Path folder;

  @Test
  void wrongUsageIsTwoAndNothingToVerifyLocallyIsOne() {
    assertThat(run("secrets")).isEqualTo(2);
    assertThat(run("secrets", "verify", "--password=x")).isEqualTo(2);
    assertThat(run("secrets", "verify", "--env=elsewhere")).isEqualTo(2);
    assertThat(run("secrets", "verify", "--env=staging")).isEqualTo(2);
    assertThat(run("secrets", "verify", "--data-dir", folder.toString())).isEqualTo(1);
    assertThat(run("secrets", "verify", "--help")).isZero();
  }

  private static int run(String... arguments) {
    return Vanguard.commandLine().execute(arguments);
  }
}
