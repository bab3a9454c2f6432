package com.pfavanguard.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.pfavanguard.launcher.console.Json;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** One run of the product, watched as in production. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WatchedSystemTest {
  /** A metric with its labels, as it stands in an expression. */
  private static final Pattern SELECTOR =
      Pattern.compile(
          "\\b(?:pfa|http|process|pg|redis|probe|service)_?:?\\w[\\w:]*(?:\\{[^}]*})?|\\bup\\{[^}]*}");

  /** Seen only where this test does not go. */
  private static final Set<String> ABSENT = Set.of("alertmanager_notifications_failed_total");

  private RotatingRedis redis;
  private WatchedSystem system;
  private Exporters exporters;
  private Prometheus prometheus;
  private List<String> edits;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    Tool.need("prometheus");
    Tool.need("psql");
    redis = new RotatingRedis(folder);
    system = WatchedSystem.start(folder, redis.settings());
    exporters = new Exporters(system.url());
    prometheus =
        Prometheus.start(
            folder,
            Map.of(
                "api", address(system.management()),
                "worker", address(system.workerManagement()),
                "exporters", exporters.address()));
    await().atMost(Duration.ofSeconds(20)).until(() -> prometheus.ask("up == 1").size() >= 3);
    edits = system.edit(30);
  }

  @AfterAll
  void stop() throws Exception {
    for (AutoCloseable part : new AutoCloseable[] {prometheus, exporters, system, redis}) {
      if (part != null) {
        part.close();
      }
    }
  }

  private static String address(String url) {
    return URI.create(url).getAuthority();
  }

  @Test
  void everyMetricOfTheListIsGivenByTheProduct() {
    awaitData(ListedMetrics.NAMES.stream().map(name -> name + "{job=\"vanguard\"}").toList());
  }

  @Test
  void everyExpressionOfEveryPanelReturnsData() {
    awaitData(Dashboards.panels().stream().flatMap(panel -> panel.expressions().stream()).toList());
  }

  @Test
  void everySelectorOfEveryRuleReturnsData() {
    Set<String> selectors = new LinkedHashSet<>();
    for (String expression : Rules.expressions()) {
      SELECTOR.matcher(expression).results().forEach(found -> selectors.add(found.group()));
    }
    assertThat(selectors).hasSizeGreaterThan(40);
    awaitData(List.copyOf(selectors));
  }

  private void awaitData(List<String> expressions) {
    List<String> empty = new ArrayList<>(expressions);
    empty.removeIf(expression -> ABSENT.stream().anyMatch(expression::contains));
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> {
              for (String expression : List.copyOf(empty)) {
                if (!prometheus.ask(expression).isEmpty()) {
                  empty.remove(expression);
                }
              }
              assertThat(empty).as("expressions without data").isEmpty();
            });
  }

  @Test
  void theLogTellsTheLifeOfAnEditInJson() throws Exception {
    assertThat(edits).hasSize(30);
    String edit = edits.getFirst();
    List<JsonNode> server = system.log("server").stream().map(Json::parse).toList();
    List<JsonNode> worker = system.log("worker").stream().map(Json::parse).toList();
    assertThat(actions(server, edit)).containsExactly("queued");
    assertThat(actions(worker, edit)).containsExactly("claimed", "sent", "synced");
    assertThat(server)
        .filteredOn(line -> line.path("modificationId").asString("").equals(edit))
        .allSatisfy(
            line -> {
              assertThat(line.path("organizationId").asString("")).isEqualTo("RIO");
              assertThat(line.path("requestId").asString("")).isNotBlank();
              assertThat(line.path("userId").asString("")).isNotBlank();
            });
  }

  private static List<String> actions(List<JsonNode> lines, String edit) {
    return lines.stream()
        .filter(line -> line.path("modificationId").asString("").equals(edit))
        .map(line -> line.path("action").asString(""))
        .toList();
  }

  @Test
  void noLogHoldsASecret() throws Exception {
    String all = String.join("\n", system.log("server")) + String.join("\n", system.log("worker"));
    String database = URI.create(system.database()).getUserInfo().split(":", 2)[1];
    assertThat(all).doesNotContain(system.password("planner"), database, "Bearer ");
  }

  @Test
  void everyCommandOfEveryRunbookWorks() throws Exception {
    Map<String, String> environment =
        Map.of(
            "SERVER", system.url(),
            "MANAGEMENT", system.management(),
            "WORKER_MANAGEMENT", system.workerManagement(),
            "DATABASE_URL", system.database(),
            "TOKEN", system.token("admin"));
    List<String> broken = new ArrayList<>();
    Set<String> commands = commands();
    assertThat(commands).hasSizeGreaterThan(20);
    for (String command : commands) {
      var tried =
          Tool.run(Tool.ROOT, environment, List.of("bash", "-euo", "pipefail", "-c", command));
      if (tried.code() != 0) {
        broken.add(command + "\n" + tried.output());
      }
    }
    assertThat(broken).isEmpty();
  }

  /** The lines of all {@code sh} blocks, each once. */
  private static Set<String> commands() throws Exception {
    Set<String> commands = new LinkedHashSet<>();
    try (Stream<Path> files = Files.list(Tool.ROOT.resolve("docs/runbooks"))) {
      for (Path file : files.toList()) {
        Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL)
            .matcher(Files.readString(file))
            .results()
            .flatMap(block -> block.group(1).lines())
            .forEach(commands::add);
      }
    }
    return commands;
  }
}
