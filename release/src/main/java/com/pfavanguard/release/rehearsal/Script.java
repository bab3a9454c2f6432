package com.pfavanguard.release.rehearsal;

import com.pfavanguard.release.definition.Definition;
import com.pfavanguard.release.definition.DefinitionReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The production checklist as it is rehearsed: the same, but for gates that say nothing in minutes
 * or on this machine, which become notes with their reason.
 *
 * @param text of the whole definition
 * @param scale by which windows are divided
 * @param isHurried whether nothing is asked of the time before T-0
 */
record Script(String text, double scale, boolean isHurried) {
  private static final YAMLMapper YAML = new YAMLMapper();

  /**
   * @param production the checklist
   * @param changes {@code rehearsal.yaml}: the scale, and notes by measure
   * @param absent measures of what this machine does not have, with the reason
   * @param leftOut ids of rollback triggers that are taken away
   */
  static Script of(Path production, Path changes, Map<String, String> absent, String leftOut)
      throws IOException {
    JsonNode how = YAML.readTree(Files.readString(changes));
    Map<String, String> notes = new TreeMap<>(absent);
    how.path("notes").properties().forEach(n -> notes.put(n.getKey(), n.getValue().asString()));
    JsonNode tree = YAML.readTree(Files.readString(production));
    measures(tree, measure -> soften(measure, notes));
    if (tree.path("rollback") instanceof ArrayNode triggers) {
      for (int i = triggers.size() - 1; i >= 0; i--) {
        if (triggers.get(i).path("id").asString().equals(leftOut)) {
          triggers.remove(i);
        }
      }
    }
    if (!notes.isEmpty()) {
      throw new IOException("the rehearsal knows measures that the checklist does not: " + notes);
    }
    return new Script(YAML.writeValueAsString(tree), how.path("scale").asDouble(), false);
  }

  private static void measures(JsonNode tree, Consumer<ObjectNode> each) {
    for (JsonNode phase : tree.path("phases")) {
      for (JsonNode step : phase.path("steps")) {
        for (JsonNode measure : step.path("measures")) {
          each.accept((ObjectNode) measure);
        }
      }
    }
  }

  private static void soften(ObjectNode measure, Map<String, String> notes) {
    if (notes.remove(measure.path("id").asString()) != null) {
      soften(measure);
    }
  }

  /** With every gate before T-0 a note: for a drill, which is about what comes then. */
  Script hurried() {
    JsonNode tree = YAML.readTree(text);
    for (JsonNode phase : tree.path("phases")) {
      if (phase.path("anchor").asString().startsWith("T-")) {
        for (JsonNode step : phase.path("steps")) {
          step.path("measures").forEach(Script::soften);
        }
      }
    }
    return new Script(YAML.writeValueAsString(tree), scale, true);
  }

  private static void soften(JsonNode measure) {
    if (measure instanceof ObjectNode gate && gate.has("require")) {
      gate.put("severity", "note");
    }
  }

  Definition definition() {
    return DefinitionReader.kept(text);
  }
}
