package com.pfavanguard.trial.cast;

import com.pfavanguard.launcher.console.Json;
import com.pfavanguard.trial.check.AuthorEdit.Shown;
import com.pfavanguard.trial.check.AuthorEdit.Span;
import com.pfavanguard.trial.check.Decision;
import com.pfavanguard.trial.stage.Door;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Somebody who looks at conflicts and resolves them, one way or another; of high value, two such
 * people are needed.
 */
public final class Resolver {
  private static final int OK = 200;
  private static final int MOST = 100;
  private static final int DISAGREES_ONE_IN = 5;
  private static final List<String> WAYS = List.of("use_local", "use_pems", "merge");
  private static final String REASON = "the trial wants it so";

  private final String name;
  private final Door door;
  private final Invention invention;
  private final DecisionLog log;
  private final RandomGenerator random;

  public Resolver(
      String name, Door door, Invention invention, DecisionLog log, RandomGenerator random) {
    this.name = name;
    this.door = door;
    this.invention = invention;
    this.log = log;
    this.random = random;
  }

  /** Decides on one conflict, if there is one. */
  public void resolve() throws InterruptedException {
    List<JsonNode> waiting =
        door.get("/api/pems/conflicts?status=unresolved&limit=" + MOST)
            .body()
            .path("conflicts")
            .valueStream()
            .filter(conflict -> !name.equals(conflict.at("/proposal/by").asString("")))
            .toList();
    if (waiting.isEmpty()) {
      return;
    }
    JsonNode conflict = waiting.get(random.nextInt(waiting.size()));
    if (conflict.path("proposal").isObject()) {
      judge(conflict);
    } else {
      decide(conflict);
    }
  }

  /** The second person's word. */
  private void judge(JsonNode conflict) throws InterruptedException {
    String id = conflict.path("id").asString();
    boolean agrees = random.nextInt(DISAGREES_ONE_IN) > 0;
    ObjectNode body = said(conflict).put("reason", REASON);
    long sent = System.nanoTime();
    Door.Settled answer = door.post(path(id, agrees ? "approve" : "reject"), body);
    // After a lost answer, what was proposed is settled because the first try was heard.
    boolean heard =
        answer.status() == OK || (answer.repeated() && code(answer, "already_resolved"));
    if (heard && agrees) {
      String proposer = conflict.at("/proposal/by").asString();
      log.agreed(id, proposer, new Span(sent, System.nanoTime()));
    } else if (!heard) {
      log.refused();
      door.post(path(id, "reject"), body);
    }
  }

  private void decide(JsonNode conflict) throws InterruptedException {
    String id = conflict.path("id").asString();
    JsonNode seen = door.get("/api/pems/conflicts/" + id).body();
    if (!seen.path("results").isObject()) {
      return;
    }
    String way = WAYS.get(random.nextInt(WAYS.size()));
    Map<String, @Nullable String> merged = way.equals("merge") ? merged(seen) : Map.of();
    long version = seen.path("currentPemsVersion").asLong();
    ObjectNode body = said(conflict).put("resolution", way).put("reason", REASON);
    body.put("pemsVersion", version);
    if (way.equals("merge")) {
      ObjectNode data = body.putObject("mergedData");
      merged.forEach(data::put);
    }
    Shown shown = Sight.shown(version, seen.at("/results/use_pems"));
    long sent = System.nanoTime();
    log.propose(id, decision(conflict, way, shown, merged, new Span(sent, sent)));
    Door.Settled answer = door.post(path(id, "resolve"), body);
    note(answer, decision(conflict, way, shown, merged, new Span(sent, System.nanoTime())));
  }

  private void note(Door.Settled answer, Decision decision) {
    String outcome = answer.body().path("outcome").asString("");
    boolean echo =
        answer.repeated()
            && code(answer, "already_resolved")
            && answer.body().path("resolvedBy").asString("").equals(name);
    if ((answer.status() == OK && !outcome.equals("awaiting_approval")) || echo) {
      log.add(decision);
    } else if (answer.status() != OK) {
      log.refused();
    }
  }

  /** For every field at issue something new, or what PEMS has. */
  private Map<String, @Nullable String> merged(JsonNode seen) {
    Map<String, @Nullable String> merged = new HashMap<>();
    for (JsonNode row : seen.path("differences")) {
      if (row.path("overlaps").asBoolean()) {
        String field = row.path("field").asString();
        merged.put(
            field,
            random.nextBoolean()
                ? invention.value(field, name)
                : Sight.value(field, row.path("currentPems")));
      }
    }
    return merged;
  }

  private Decision decision(
      JsonNode conflict, String way, Shown shown, Map<String, @Nullable String> merged, Span span) {
    Map<String, @Nullable String> values = new HashMap<>();
    merged.forEach((field, value) -> values.put(field, Sight.canonical(field, value)));
    return new Decision(
        conflict.path("modificationId").asString(),
        name,
        way.equals("use_pems") ? Decision.Kind.GIVE_UP : Decision.Kind.WRITE,
        shown,
        values,
        span);
  }

  private static ObjectNode said(JsonNode conflict) {
    return Json.object().put("organizationId", conflict.path("organizationId").asString());
  }

  private static boolean code(Door.Settled answer, String code) {
    return answer.body().path("code").asString("").equals(code);
  }

  private static String path(String id, String how) {
    return "/api/pems/conflicts/" + id + "/" + how;
  }
}
