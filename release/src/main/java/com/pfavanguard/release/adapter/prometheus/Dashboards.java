package com.pfavanguard.release.adapter.prometheus;

import com.pfavanguard.release.journal.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The dashboards that Grafana shows, as their files say.
 *
 * @param folder of the JSON models
 */
public record Dashboards(Path folder) {

  /**
   * @param name of a dashboard, or {@code all}
   * @throws java.io.FileNotFoundException when there is none
   */
  Metrics.Answer emptyPanels(String name, Metrics metrics, Instant now) throws IOException {
    List<String> empty = new ArrayList<>();
    for (Path file : files(name)) {
      JsonNode dashboard = Json.parse(Files.readString(file));
      for (JsonNode panel : dashboard.path("panels")) {
        if (!panel.path("targets").isEmpty() && !showsData(panel, metrics, now)) {
          empty.add(dashboard.path("title").asString() + ": " + panel.path("title").asString());
        }
      }
    }
    return new Metrics.Answer(List.of((double) empty.size()), String.join("\n", empty));
  }

  private List<Path> files(String name) throws IOException {
    if (!name.equals("all")) {
      return List.of(folder.resolve(name + ".json"));
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }

  private static boolean showsData(JsonNode panel, Metrics metrics, Instant now)
      throws IOException {
    for (JsonNode target : panel.path("targets")) {
      if (!metrics.ask(target.path("expr").asString(), now).values().isEmpty()) {
        return true;
      }
    }
    return false;
  }
}
