package com.pfavanguard.monitoring;

import com.pfavanguard.launcher.client.VanguardApi;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The real one, with the shipped configuration: only targets and the interval are the test's. */
final class Prometheus implements AutoCloseable {
  private final Running running;
  private final VanguardApi api;

  private Prometheus(Running running, VanguardApi api) {
    this.running = running;
    this.api = api;
  }

  /**
   * @param targets address by service label
   */
  static Prometheus start(Path folder, Map<String, String> targets) throws IOException {
    Path home = Files.createDirectories(folder.resolve("prometheus/targets")).getParent();
    String configuration = Files.readString(Rules.FOLDER.resolve("prometheus.yml"));
    Files.writeString(
        home.resolve("prometheus.yml"), configuration.replaceAll("interval: 15s", "interval: 1s"));
    Files.copy(Rules.FOLDER.resolve("rules.yml"), home.resolve("rules.yml"));
    Files.writeString(home.resolve("targets/vanguard.yml"), targets(targets, "api", "worker"));
    Files.writeString(home.resolve("targets/exporters.yml"), targets(targets, "exporters"));
    String address = "127.0.0.1:" + Running.freePort();
    Running running =
        Running.start(
                folder.resolve("prometheus.log"),
                Map.of(),
                List.of(
                    "prometheus",
                    "--config.file=" + home.resolve("prometheus.yml"),
                    "--storage.tsdb.path=" + home.resolve("data"),
                    "--web.listen-address=" + address))
            .awaitReady("http://" + address + "/-/ready");
    return new Prometheus(running, VanguardApi.anonymous("http://" + address));
  }

  private static String targets(Map<String, String> all, String... services) {
    StringBuilder text = new StringBuilder();
    for (String service : services) {
      text.append(
          "- targets: [\"%s\"]\n  labels: {service: %s}\n".formatted(all.get(service), service));
    }
    return text.toString();
  }

  /** What an expression gives now: the values, without those that are no numbers. */
  List<String> ask(String expression) throws IOException, InterruptedException {
    JsonNode answer =
        api.get("/api/v1/query?query=" + URLEncoder.encode(expression, StandardCharsets.UTF_8))
            .body();
    if (!answer.path("status").asString().equals("success")) {
      throw new AssertionError(expression + ": " + answer);
    }
    return answer
        .path("data")
        .path("result")
        .valueStream()
        .map(series -> series.path("value").path(1).asString())
        .filter(value -> !value.equals("NaN"))
        .toList();
  }

  @Override
  public void close() {
    running.close();
  }
}
