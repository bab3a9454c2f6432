package com.pfavanguard.supply;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Nothing in a jar tells when or where it was built, so a second build gives the same bytes;
 * supply-chain/compare-builds.sh does build twice.
 */
class ReproducibleTest {
  private static final LocalDateTime MOMENT =
      OffsetDateTime.parse(
              Repository.text(Repository.ROOT.resolve("pom.xml"))
                  .replaceAll("(?s).*<project.build.outputTimestamp>(.*?)<.*", "$1"))
          .toLocalDateTime();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "app/target/pfa-vanguard.jar",
        "launcher/target/vanguard-launcher.jar",
        "web/target/vanguard-web-4.0.0.jar"
      })
  void noEntryCarriesTheMomentOfTheBuild(String name) throws IOException {
    List<String> late = new ArrayList<>();
    try (JarFile jar = new JarFile(Repository.ROOT.resolve(name).toFile())) {
      for (JarEntry entry : jar.stream().toList()) {
        if (entry.getTimeLocal().isAfter(MOMENT)) {
          late.add(entry.getName() + " " + entry.getTimeLocal());
        }
      }
    }
    assertThat(late).isEmpty();
  }

  @Test
  void theBuildsOwnTimeIsTheReleases() throws IOException {
    try (JarFile jar =
        new JarFile(Repository.ROOT.resolve("app/target/pfa-vanguard.jar").toFile())) {
      Properties build = new Properties();
      JarEntry entry = jar.getJarEntry("META-INF/build-info.properties");
      build.load(jar.getInputStream(entry));
      assertThat(OffsetDateTime.parse(build.getProperty("build.time")).toLocalDateTime())
          .isEqualTo(MOMENT);
    }
  }
}
