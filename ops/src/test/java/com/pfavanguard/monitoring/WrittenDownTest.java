package com.pfavanguard.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WrittenDownTest {
  private static final Path RUNBOOKS = Tool.ROOT.resolve("docs/runbooks");

  @Test
  void eachAlertFiresWhenItShouldAndIsSilentWhenItShould() throws Exception {
    Tool.need("promtool");
    var tried = Tool.run(Rules.FOLDER, "promtool", "test", "rules", "rules-test.yml");
    assertThat(tried.code()).as(tried.output()).isZero();
  }

  @Test
  void eachAlertHasACaseOfEither() {
    List<String> cases = Rules.cases();
    for (Rules.Alert alert : Rules.alerts()) {
      assertThat(cases).anyMatch(name -> name.startsWith(alert.name() + " fires: "));
      if (!alert.name().equals("PfaWatchdog")) {
        assertThat(cases).anyMatch(name -> name.startsWith(alert.name() + " is silent: "));
      }
    }
  }

  @Test
  void prometheusAndAlertmanagerTakeTheirConfiguration() throws Exception {
    Tool.need("promtool");
    Tool.need("amtool");
    var prometheus = Tool.run(Rules.FOLDER, "promtool", "check", "config", "prometheus.yml");
    assertThat(prometheus.code()).as(prometheus.output()).isZero();
    var alertmanager =
        Tool.run(
            Tool.ROOT.resolve("ops/alertmanager"), "amtool", "check-config", "alertmanager.yml");
    assertThat(alertmanager.code()).as(alertmanager.output()).isZero();
  }

  @Test
  void eachAlertHasItsRunbookAndEachRunbookItsAlert() throws IOException {
    List<String> named = Rules.alerts().stream().map(Rules.Alert::runbook).sorted().toList();
    try (Stream<Path> files = Files.list(RUNBOOKS)) {
      assertThat(files.map(file -> "docs/runbooks/" + file.getFileName()).sorted())
          .filteredOn(file -> !file.endsWith("README.md"))
          .containsExactlyElementsOf(named);
    }
  }

  @Test
  void dashboardsAreWhatTheirDefinitionsSay() throws Exception {
    var built = Tool.run(Tool.ROOT, "node", "ops/grafana/build.mjs", "--check");
    assertThat(built.code()).as(built.output()).isZero();
    assertThat(Dashboards.all()).hasSize(4);
  }

  @Test
  void eachPanelHasAUnitSaysWhatIsGoodAndNamesARunbook() {
    assertThat(Dashboards.panels())
        .hasSizeGreaterThan(40)
        .allSatisfy(
            panel -> {
              assertThat(panel.json().at("/fieldConfig/defaults/unit").asString()).isNotBlank();
              assertThat(panel.json().path("description").asString()).startsWith("Good: ");
              assertThat(RUNBOOKS.resolve(panel.runbook())).exists();
            });
  }
}
