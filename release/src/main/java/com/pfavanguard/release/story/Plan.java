package com.pfavanguard.release.story;

import com.pfavanguard.release.journal.Digest;
import com.pfavanguard.release.journal.Json;
import com.pfavanguard.release.people.Roster;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a release pins before it begins: one changed byte of it makes another {@link #hash}, and
 * approvals are for one hash only.
 *
 * @param release id of this deployment
 * @param definition hash of the definition's file, which is kept among the answers
 * @param pins hashes of artifacts, migrations and configuration by name
 * @param start T-0
 * @param scale by which windows and anchors are divided; 1 but in a rehearsal
 */
public record Plan(
    String release,
    String tag,
    String version,
    @Nullable String previous,
    Digest definition,
    Map<String, String> pins,
    String mode,
    double scale,
    Instant start,
    Roster roster) {
  public Plan {
    pins = Map.copyOf(pins);
  }

  public Plan with(Map<String, String> newPins) {
    return new Plan(
        release, tag, version, previous, definition, newPins, mode, scale, start, roster);
  }

  public boolean isRehearsed() {
    return !mode.equals("run");
  }

  public String hash() {
    return Digest.of(Json.canonical(toJson()).getBytes(StandardCharsets.UTF_8)).hex();
  }

  public ObjectNode toJson() {
    ObjectNode json = Json.object();
    json.put("release", release).put("tag", tag).put("version", version).put("previous", previous);
    json.put("definition", definition.hex()).put("mode", mode).put("scale", scale);
    json.put("start", start.toString());
    ObjectNode named = json.putObject("pins");
    new TreeMap<>(pins).forEach(named::put);
    json.set("roster", roster.toJson());
    return json;
  }

  public static Plan of(JsonNode json) {
    Map<String, String> pins = new TreeMap<>();
    json.path("pins")
        .properties()
        .forEach(pin -> pins.put(pin.getKey(), pin.getValue().asString()));
    JsonNode previous = json.path("previous");
    return new Plan(
        json.path("release").asString(),
        json.path("tag").asString(),
        json.path("version").asString(),
        previous.isString() ? previous.asString() : null,
        new Digest(json.path("definition").asString()),
        pins,
        json.path("mode").asString(),
        json.path("scale").asDouble(),
        Instant.parse(json.path("start").asString()),
        Roster.of(json.path("roster")));
  }
}
