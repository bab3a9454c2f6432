package com.pfavanguard.configuration;

import java.util.Collection;
import java.util.Map;

/** The text of docs/configuration.md. */
final class ReferencePage {
  private static final String HEAD =
      """
      # Configuration

      Made from the code by `ConfigurationReferenceTest`, which fails when this page is old:

          ./mvnw -pl app test -Dtest=ConfigurationReferenceTest -Dconfiguration.write=true

      ## Server and worker

      A property is set by its variable, on the command line (`--vanguard.…=`, never a secret) or in a file that
      `SPRING_CONFIG_ADDITIONAL_LOCATION` names. Secrets are looked for in AWS Secrets Manager and mounted files first
      ([operating.md](operating.md)). Empty in the column of presets: nothing, or off.

      | property | variable | for | preset | written as | meaning |
      |---|---|---|---|---|---|
      """;

  private static final String COMMANDS =
      """

      ## `./vanguard`

      Options are in `./vanguard COMMAND --help`. What is a secret, or the same for every call, comes by the environment:

      | variable | meaning |
      |---|---|
      """;

  private ReferencePage() {}

  static String of(Collection<Setting> settings, Map<String, String> variables) {
    StringBuilder page = new StringBuilder(HEAD);
    for (Setting setting : settings) {
      page.append(
          "| `%s` | `%s` | %s | %s | %s | %s |\n"
              .formatted(
                  setting.name(),
                  setting.variable(),
                  setting.process(),
                  cell(setting.shownPreset()),
                  setting.writtenAs(),
                  cell(setting.meaning())));
    }
    page.append(COMMANDS);
    variables.forEach(
        (name, meaning) -> {
          if (!meaning.equals("-")) {
            page.append("| `%s` | %s |\n".formatted(name, cell(meaning)));
          }
        });
    return page.toString();
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replaceAll("\\{@(?:link|code) ([^}]*)}", "`$1`");
  }
}
