package com.pfavanguard.supply;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The same commit asks for the same versions tomorrow, and gets the same bytes. */
class LockedVersionsTest {
  private static final Pattern VERSION = Pattern.compile("<version>([^<]+)</version>");
  private static final Pattern EXACT = Pattern.compile("\\d+[A-Za-z0-9.+-]*");

  @Test
  void mavenVersionsAreExact() {
    List<String> loose = new ArrayList<>();
    for (Path pom : Repository.files("pom.xml")) {
      String text =
          Repository.text(pom).replaceAll("(?s)<goal>select-jdk-toolchain.*?</configuration>", "");
      VERSION
          .matcher(text)
          .results()
          .map(match -> match.group(1))
          .filter(version -> !version.startsWith("${"))
          .filter(version -> !isExact(version))
          .forEach(version -> loose.add(pom + ": " + version));
      assertThat(text)
          .as(pom + "")
          .doesNotContain("-SNAPSHOT", "<repository>", "<pluginRepository>");
      Pattern.compile("<[\\w.-]+\\.version>([^<]+)<")
          .matcher(text)
          .results()
          .map(match -> match.group(1))
          .filter(version -> !isExact(version))
          .forEach(version -> loose.add(pom + ": " + version));
    }
    assertThat(loose).isEmpty();
  }

  @Test
  void everyPluginHasAVersionInTheRoot() {
    String root = Repository.text(Repository.ROOT.resolve("pom.xml"));
    Pattern plugin =
        Pattern.compile("(?s)<plugin>.*?<artifactId>([^<]+)</artifactId>(.*?)</plugin>");
    List<String> pinned =
        plugin
            .matcher(root)
            .results()
            .filter(match -> match.group(2).stripLeading().startsWith("<version>"))
            .map(match -> match.group(1))
            .toList();

    assertThat(pinned)
        .contains(
            "maven-compiler-plugin",
            "maven-surefire-plugin",
            "maven-jar-plugin",
            "maven-resources-plugin",
            "maven-install-plugin");
    for (Path pom : Repository.files("pom.xml")) {
      assertThat(plugin.matcher(Repository.text(pom)).results().map(match -> match.group(1)))
          .as(pom + "")
          .allSatisfy(used -> assertThat(pinned).contains(used));
    }
  }

  @Test
  void npmVersionsAreExactAndEveryPackageHasItsDigest() {
    List<String> loose = new ArrayList<>();
    for (Path file : Repository.files("package.json")) {
      JsonNode wanted = JsonMapper.shared().readTree(Repository.text(file));
      for (String kind : List.of("dependencies", "devDependencies", "optionalDependencies")) {
        wanted.path(kind).properties().stream()
            .filter(each -> !isExact(each.getValue().asString()))
            .forEach(each -> loose.add(file + ": " + each));
      }
      JsonNode lock =
          JsonMapper.shared().readTree(Repository.text(file.resolveSibling("package-lock.json")));
      assertThat(lock.path("lockfileVersion").asInt()).isEqualTo(3);
      lock.path("packages").properties().stream()
          .filter(each -> !each.getKey().isEmpty() && !isLocked(each.getValue()))
          .forEach(each -> loose.add(file + ": " + each.getKey()));
    }
    assertThat(loose).isEmpty();
  }

  @Test
  void looseVersionsAreSeen() {
    assertThat(List.of("^1.2.3", "~1.2", "*", "latest", "[1,2)", "RELEASE", "1.0-SNAPSHOT", ">=1"))
        .noneMatch(LockedVersionsTest::isExact);
    assertThat(isExact("4.0.0-beta.1")).isTrue();
  }

  private static boolean isExact(String version) {
    return EXACT.matcher(version).matches() && !version.endsWith("-SNAPSHOT");
  }

  /** Which registry is asked does not matter where the digest decides. */
  private static boolean isLocked(JsonNode entry) {
    return entry.path("resolved").asString("https://registry.npmjs.org/").startsWith("https://")
        && entry.path("integrity").asString("").startsWith("sha512-");
  }
}
