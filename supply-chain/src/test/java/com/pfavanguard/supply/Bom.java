package com.pfavanguard.supply;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The CycloneDX bills of material of everything that is shipped. */
record Bom(Path file, JsonNode content) {
  private static final List<String> FILES =
      List.of(
          "app/target/classes/META-INF/sbom/application.cdx.json",
          "launcher/target/classes/META-INF/sbom/application.cdx.json",
          "pems-simulator/target/classes/META-INF/sbom/application.cdx.json",
          "web/target/classes/META-INF/sbom/web.cdx.json");

  /**
   * @param purl without qualifiers, such as pkg:maven/org.postgresql/postgresql@42.7.14
   * @param licences one is enough: several are a choice
   */
  record Component(String purl, List<String> licences) {
    String name() {
      return purl.substring(0, purl.lastIndexOf('@'));
    }

    String version() {
      return purl.substring(purl.lastIndexOf('@') + 1);
    }
  }

  static List<Bom> all() {
    return FILES.stream()
        .map(Repository.ROOT::resolve)
        .map(file -> new Bom(file, JsonMapper.shared().readTree(Repository.text(file))))
        .toList();
  }

  /** Everything that others made, once. */
  static List<Component> foreignComponents() {
    return all().stream()
        .flatMap(Bom::components)
        .filter(component -> !component.purl().startsWith("pkg:maven/com.pfavanguard/"))
        .distinct()
        .toList();
  }

  Stream<Component> components() {
    List<Component> found = new ArrayList<>();
    for (JsonNode each : content.path("components")) {
      List<String> licences = new ArrayList<>();
      for (JsonNode choice : each.path("licenses")) {
        JsonNode licence = choice.path("license");
        licences.add(
            licence
                .path("id")
                .asString(licence.path("name").asString(choice.path("expression").asString("?"))));
      }
      found.add(new Component(each.path("purl").asString("?").replaceAll("\\?.*", ""), licences));
    }
    return found.stream();
  }
}
