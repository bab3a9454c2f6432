package com.pfavanguard.trial.cast;

import com.pfavanguard.launcher.console.Json;
import com.pfavanguard.trial.check.AuthorEdit.Shown;
import com.pfavanguard.trial.check.AuthorEdit.Span;
import com.pfavanguard.trial.check.Decision;
import com.pfavanguard.trial.stage.Door;
import com.pfavanguard.trial.stage.Fields;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The only one who looks after dead letters: replays them as they are or corrected, gives some up,
 * and leaves some lying.
 */
public final class Postmaster {
  private static final int OK = 200;
  private static final int MOST = 100;
  private static final int PER_CENT = 100;
  private static final int LEFT_LYING = 20;
  private static final int GIVEN_UP = 35;
  private static final int CORRECTED = 60;

  private final String name;
  private final Door door;
  private final Invention invention;
  private final DecisionLog log;
  private final RandomGenerator random;

  public Postmaster(
      String name, Door door, Invention invention, DecisionLog log, RandomGenerator random) {
    this.name = name;
    this.door = door;
    this.invention = invention;
    this.log = log;
    this.random = random;
  }

  /** Looks at one dead letter, if there is one. */
  public void tend() throws InterruptedException {
    List<JsonNode> letters =
        door.get("/api/pems/dead-letters?limit=" + MOST)
            .body()
            .path("deadLetters")
            .valueStream()
            .toList();
    int mood = random.nextInt(PER_CENT);
    if (letters.isEmpty() || mood < LEFT_LYING) {
      return;
    }
    JsonNode letter = letters.get(random.nextInt(letters.size()));
    if (mood < GIVEN_UP) {
      settle(letter, "discard", said(letter).put("reason", "not worth it"), Map.of());
    } else if (mood < CORRECTED) {
      Map<String, String> better = correction(letter.path("fields"));
      ObjectNode body = said(letter);
      ObjectNode fields = body.putObject("fields");
      better.forEach(fields::put);
      settle(letter, "replay", body, better);
    } else {
      settle(letter, "replay", said(letter), Map.of());
    }
  }

  /** A new value for one of its fields. */
  private Map<String, String> correction(JsonNode fields) {
    List<String> own = Fields.ALL.stream().filter(fields::has).toList();
    String field = own.get(random.nextInt(own.size()));
    return Map.of(field, invention.value(field, name));
  }

  private void settle(JsonNode letter, String how, ObjectNode body, Map<String, String> better)
      throws InterruptedException {
    String path = "/api/pems/dead-letters/%s/%s".formatted(letter.path("id").asString(), how);
    long sent = System.nanoTime();
    Door.Settled answer = door.post(path, body);
    // Nobody else does this: after a lost answer, one that is gone went by the first try.
    boolean gone = answer.body().path("code").asString("").equals("not_a_dead_letter");
    if (answer.status() != OK && !(answer.repeated() && gone)) {
      log.refused();
      return;
    }
    Map<String, @Nullable String> values = new HashMap<>();
    better.forEach((field, value) -> values.put(field, Sight.canonical(field, value)));
    Shown base = Sight.shown(letter.path("baseVersion").asLong(), letter.path("base"));
    log.add(
        new Decision(
            letter.path("modificationId").asString(),
            name,
            how.equals("replay") ? Decision.Kind.REPLAY : Decision.Kind.GIVE_UP,
            base,
            values,
            new Span(sent, System.nanoTime())));
  }

  private static ObjectNode said(JsonNode letter) {
    return Json.object().put("organizationId", letter.path("organizationId").asString());
  }
}
