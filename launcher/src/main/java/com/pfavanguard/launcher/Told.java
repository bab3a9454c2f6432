package com.pfavanguard.launcher;

import com.pfavanguard.launcher.console.Json;
import com.pfavanguard.traffic.Colour;
import com.pfavanguard.traffic.Health;
import com.pfavanguard.traffic.SwitchOutcome;
import com.pfavanguard.traffic.TrafficStatus;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * What {@code ./vanguard switch} has to say.
 *
 * @param line for people
 * @param json the same for programs
 * @param leads whether the colour that was asked for leads now
 */
record Told(String line, ObjectNode json, boolean leads) {

  /**
   * @param health what the public address answers; empty when nobody does
   */
  static Told status(TrafficStatus status, Optional<Health> health) {
    ObjectNode json = Json.object().put("active", status.active().toString());
    String version = health.map(Health::version).orElse(null);
    json.put("version", version);
    for (Colour colour : Colour.values()) {
      TrafficStatus.Target lane = status.target(colour);
      json.putObject(colour.toString())
          .put("requests", lane.requests())
          .put("streams", lane.streams());
    }
    String known = version == null ? "and nobody answers" : "version " + version;
    return new Told("%s leads, %s".formatted(status.active(), known), json, true);
  }

  static Told outcome(SwitchOutcome outcome) {
    ObjectNode json = Json.object().put("active", outcome.active().toString());
    return switch (outcome) {
      case SwitchOutcome.Switched(Colour now, String before, String after) ->
          new Told(
              "%s leads: %s after %s".formatted(now, after, before),
              json.put("outcome", "switched").put("before", before).put("version", after),
              true);
      case SwitchOutcome.AlreadyThere(Colour now, String version) ->
          new Told(
              "%s leads already: %s".formatted(now, version),
              json.put("outcome", "already_there").put("version", version),
              true);
      case SwitchOutcome.Refused(Colour _, String reason) ->
          new Told(
              "Not switched: " + reason,
              json.put("outcome", "refused").put("error", reason),
              false);
      case SwitchOutcome.TurnedBack(Colour _, String reason) ->
          new Told(
              "Turned back: " + reason,
              json.put("outcome", "turned_back").put("error", reason),
              false);
    };
  }
}
