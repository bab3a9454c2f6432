package com.pfavanguard.supply;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.artifact.versioning.DefaultArtifactVersion;
import org.junit.jupiter.api.Test;

/**
 * Nothing shipped is a version with a hole that denied-versions.txt knows. The list is read by
 * people and kept by them: what was found after its date, only a look-up online can know.
 */
class KnownBadVersionsTest {
  private static final List<String[]> DENIED = Repository.list("denied-versions.txt");

  @Test
  void nothingShippedIsKnownToBeBad() {
    assertThat(Bom.foreignComponents().stream().flatMap(KnownBadVersionsTest::holes).toList())
        .isEmpty();
  }

  @Test
  void aVersionBeforeTheMendedOneIsFound() {
    assertThat(
            holes(
                new Bom.Component(
                    "pkg:maven/org.apache.logging.log4j/log4j-core@2.9.0", List.of())))
        .singleElement()
        .asString()
        .contains("CVE-2021-44228");
    assertThat(
            holes(
                new Bom.Component(
                    "pkg:maven/org.apache.logging.log4j/log4j-core@2.24.1", List.of())))
        .isEmpty();
  }

  private static Stream<String> holes(Bom.Component component) {
    return DENIED.stream()
        .filter(cells -> component.name().equals(cells[0]))
        .filter(
            cells ->
                new DefaultArtifactVersion(component.version())
                        .compareTo(new DefaultArtifactVersion(cells[1]))
                    < 0)
        .map(cells -> component.purl() + ": " + cells[2] + ", mended in " + cells[1]);
  }
}
