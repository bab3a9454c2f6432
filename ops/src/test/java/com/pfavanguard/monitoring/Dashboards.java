package com.pfavanguard.monitoring;

import com.pfavanguard.launcher.console.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What stands in ops/grafana. */
final class Dashboards {
  private static final Path FOLDER = Tool.ROOT.resolve("ops/grafana/dashboards");

  private Dashboards() {}

  /** One panel, named with its dashboard. */
  record Panel(String name, JsonNode json) {
    List<String> expressions() {
      return json.path("targets").valueStream().map(t -> t.path("expr").asString()).toList();
    }

    String runbook() {
      String url = json.path("links").path(0).path("url").asString();
      return url.substring(url.lastIndexOf('/') + 1);
    }
  }

  static List<Panel> panels() {
    return all().stream()
        .flatMap(
            dashboard ->
                dashboard
                    .path("panels")
                    .valueStream()
                    .map(
                        panel ->
                            new Panel(
                                dashboard.path("title").asString()
                                    + ", "
                                    + panel.path("title").asString(),
                                panel)))
        .toList();
  }

  static List<JsonNode> all() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().map(Dashboards::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode read(Path file) {
    try {
      return Json.parse(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
