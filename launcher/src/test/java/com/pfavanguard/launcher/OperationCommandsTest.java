package com.pfavanguard.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OperationCommandsTest {
  private @TempDir Path folder;

  private static int run(String... arguments) {
    return Vanguard.commandLine().execute(arguments);
  }

  @Test
  void everyCommandHelps() {
    for (String command : List.of("backup", "restore", "web", "maintenance", "announce")) {
      assertThat(run(command, "--help")).as(command).isZero();
    }
    assertThat(run("web", "publish", "--help")).isZero();
    assertThat(run("maintenance", "on", "--help")).isZero();
  }

  @Test
  void wrongUsageIsTwo() {
    assertThat(run("backup", "--keep", "0")).isEqualTo(2);
    assertThat(run("backup", "--env=production", "--to", folder.toString())).isEqualTo(2);
    assertThat(run("restore")).isEqualTo(2);
    assertThat(run("restore", "--env=staging", "x.dump")).isEqualTo(2);
    assertThat(run("web")).isEqualTo(2);
    assertThat(run("web", "publish")).isEqualTo(2);
    assertThat(run("maintenance")).isEqualTo(2);
    assertThat(run("maintenance", "on", "--level", "loud")).isEqualTo(2);
    assertThat(
            run(
                "maintenance",
                "announce",
                "--starts-at",
                "2026-11-25T18:00:00Z",
                "--ends-at",
                "2026-11-25T17:00:00Z"))
        .isEqualTo(2);
    assertThat(run("announce", "--template", "../../docs")).isEqualTo(2);
  }

  @Test
  void whatCannotBeDoneIsOne() throws Exception {
    String data = folder.resolve("data").toString();
    assertThat(run("backup", "--data-dir", data)).isEqualTo(1);
    assertThat(run("backup", "--verify-existing", folder + "/none.dump")).isEqualTo(1);
    assertThat(run("web", "rollback", "--to", folder.toString())).isEqualTo(1);
    assertThat(run("web", "publish", "--to", data, "--from", folder.toString())).isEqualTo(1);
    assertThat(run("web", "releases", "--to", "ftp://elsewhere/x")).isEqualTo(1);
  }

  @Test
  void aFrontEndIsPublishedIntoAFolder() throws Exception {
    Path built = Files.createDirectories(folder.resolve("built"));
    Files.writeString(built.resolve("index.html"), "<h1>here</h1>");
    String site = folder.resolve("site").toString();
    assertThat(run("web", "publish", "--json", "--to", site, "--from", built.toString())).isZero();
    assertThat(folder.resolve("site/index.html")).hasContent("<h1>here</h1>");
    assertThat(run("web", "releases", "--json", "--to", site)).isZero();
  }
}
