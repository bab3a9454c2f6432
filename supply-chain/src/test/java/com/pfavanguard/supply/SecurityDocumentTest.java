package com.pfavanguard.supply;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What docs/security.md claims to be shown by a test is. */
class SecurityDocumentTest {
  private static final Pattern TEST =
      Pattern.compile("`([A-Z]\\w+(?:Test|Contract)|[\\w-]+\\.spec\\.ts)`");

  private final String document = Repository.text(Repository.ROOT.resolve("docs/security.md"));

  @Test
  void eachTestThatItNamesExists() {
    Set<String> files =
        Repository.files().stream()
            .map(Path::getFileName)
            .map(Path::toString)
            .collect(Collectors.toSet());
    List<String> named =
        TEST.matcher(document).results().map(found -> found.group(1)).distinct().toList();

    assertThat(named).hasSizeGreaterThan(40);
    assertThat(named)
        .allSatisfy(
            test -> assertThat(files).contains(test.endsWith(".ts") ? test : test + ".java"));
  }

  @Test
  void eachChapterOfTheStandardIsAnswered() {
    Set<String> chapters =
        Pattern.compile("(?m)^\\| (\\d+)[ .]")
            .matcher(document)
            .results()
            .map((MatchResult found) -> found.group(1))
            .collect(Collectors.toSet());
    assertThat(chapters)
        .containsExactlyInAnyOrder(
            "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15", "16",
            "17");
  }
}
