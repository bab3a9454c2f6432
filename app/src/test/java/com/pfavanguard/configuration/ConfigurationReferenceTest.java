package com.pfavanguard.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * docs/configuration.md says what the code reads. To make it anew: {@code ./mvnw -pl app test
 * -Dtest=ConfigurationReferenceTest -Dconfiguration.write=true}.
 */
class ConfigurationReferenceTest {
  private static final Path ROOT = Path.of("..");
  private static final Path SOURCES = Path.of("src/main/java");
  private static final Path LIST = Path.of("src/test/resources/command-variables.txt");
  private static final Path PAGE = ROOT.resolve("docs/configuration.md");

  @Test
  void everyPropertyHasAMeaning() throws Exception {
    assertThat(settings().values())
        .hasSizeGreaterThan(60)
        .allSatisfy(setting -> assertThat(setting.meaning()).as(setting.name()).isNotBlank());
  }

  @Test
  void everyVariableOfTheCommandLineIsListedAndNoOther() throws Exception {
    assertThat(CommandVariables.listed(LIST).keySet())
        .containsExactlyInAnyOrderElementsOf(CommandVariables.inTheCode(ROOT));
  }

  @Test
  void thePageSaysWhatTheCodeSays() throws Exception {
    String page = ReferencePage.of(settings().values(), CommandVariables.listed(LIST));
    if (Boolean.getBoolean("configuration.write")) {
      Files.writeString(PAGE, page);
    }
    assertThat(Files.readString(PAGE))
        .as("docs/configuration.md is old: -Dconfiguration.write=true makes it anew")
        .isEqualTo(page);
  }

  private static Map<String, Setting> settings() throws Exception {
    Map<String, Setting> all = new TreeMap<>();
    String yaml = Files.readString(Path.of("src/main/resources/application.yaml"));
    Stream.of(YamlSettings.of(yaml), RecordSettings.all(SOURCES), PlaceholderSettings.all(SOURCES))
        .flatMap(java.util.List::stream)
        .forEach(s -> all.merge(s.name(), s, (known, more) -> known.or(more)));
    return all;
  }
}
