package com.pfavanguard.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditCommandTest {
  private @TempDir Path folder;

  @Test
  void wrongUsageIsTwoAndAnAuditThatCannotBeReadIsOne() {
    assertThat(run("audit", "verify", "--no-such-option")).isEqualTo(2);
    assertThat(run("audit", "verify", "--env=elsewhere")).isEqualTo(2);
    assertThat(run("audit", "verify", "--env=staging")).isEqualTo(2);
    assertThat(run("audit", "verify", "--data-dir", folder.toString())).isEqualTo(1);
    assertThat(run("audit", "verify", "--help")).isZero();
  }

  @Test
  void auditAloneIsWrongUsage() {
    assertThat(run("audit")).isEqualTo(2);
  }

  private static int run(String... arguments) {
    return Vanguard.commandLine().execute(arguments);
  }
}
