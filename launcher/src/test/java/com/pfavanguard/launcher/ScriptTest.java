package com.pfavanguard.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

// A guard against hanging, no measure of speed.
@Timeout(120)
class ScriptTest {
  private @TempDir Path folder;

  private Path jdk(String name, String releaseFile, String versionOutput) throws IOException {
    Path home = folder.resolve(name);
    Files.createDirectories(home.resolve("bin"));
    if (!releaseFile.isEmpty()) {
      Files.writeString(home.resolve("release"), releaseFile + "\n");
    }
    for (String program : new String[] {"java", "javac"}) {
      Path file = home.resolve("bin").resolve(program);
      Files.writeString(file, "#!/bin/sh\necho '" + versionOutput + "' >&2\n");
      assertThat(file.toFile().setExecutable(true)).isTrue();
    }
    return home;
  }

  private static String bash(String script) throws IOException, InterruptedException {
    Process bash =
        new ProcessBuilder("bash", "-c", ". bin/jdk.sh; " + script)
            .redirectErrorStream(true)
            .start();
    String output = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return output.strip() + (bash.waitFor() == 0 ? "" : " failed");
  }

  @Test
  void readsTheVersionOfAJdkHoweverItIsWritten() throws Exception {
    assertThat(bash("jdk_version " + jdk("a", "JAVA_VERSION=\"25.0.1\"", ""))).isEqualTo("25");
    assertThat(bash("jdk_version " + jdk("b", "JAVA_VERSION=\"26\"", ""))).isEqualTo("26");
    assertThat(bash("jdk_version " + jdk("c", "", "openjdk version \"17.0.15\" 2025-04-15")))
        .isEqualTo("17");
    assertThat(bash("jdk_version " + jdk("d", "", "java version \"1.8.0_402\""))).isEqualTo("1");
    assertThat(bash("jdk_version " + jdk("e", "", "openjdk version \"25-ea\""))).isEqualTo("25");
    assertThat(bash("jdk_version " + folder)).isEqualTo("0");
  }

  @Test
  void takesTheFirstJdkThatIsNewEnough() throws Exception {
    Path old = jdk("old", "JAVA_VERSION=\"17.0.1\"", "");
    Path good = jdk("good", "JAVA_VERSION=\"25\"", "");
    Path newer = jdk("newer", "JAVA_VERSION=\"27\"", "");
    String candidates =
        "jdk_candidates() { printf '%s\\n' " + old + " " + good + " " + newer + "; }";
    assertThat(bash(candidates + "; find_jdk")).isEqualTo(good.toString());
    assertThat(bash("jdk_candidates() { echo " + old + "; }; find_jdk")).isEqualTo(" failed");
  }
}
