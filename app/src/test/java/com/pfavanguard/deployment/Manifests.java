package com.pfavanguard.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The Kubernetes objects of the base. */
final class Manifests {
  static final Path BASE = Path.of("../ops/kubernetes/base");
  private static final JsonMapper JSON = new JsonMapper();

  private Manifests() {}

  static List<JsonNode> all() {
    List<JsonNode> all = new ArrayList<>();
    for (Path file : files()) {
      for (Object document : new Yaml().loadAll(text(file))) {
        all.add(JSON.valueToTree(document));
      }
    }
    return all;
  }

  static List<JsonNode> ofKind(String... kinds) {
    List<String> wanted = List.of(kinds);
    return all().stream().filter(object -> wanted.contains(text(object, "kind"))).toList();
  }

  static List<Path> files() {
    try (Stream<Path> files = Files.list(BASE)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(JsonNode object, String field) {
    return object.path(field).asString("");
  }

  static String name(JsonNode object) {
    return text(object.path("metadata"), "name");
  }

  static JsonNode pod(JsonNode workload) {
    return workload.path("spec").path("template");
  }

  static JsonNode container(JsonNode workload) {
    return pod(workload).path("spec").path("containers").path(0);
  }

  static JsonNode named(List<JsonNode> objects, String name) {
    return objects.stream().filter(object -> name(object).equals(name)).findFirst().orElseThrow();
  }
}
