package com.pfavanguard.trial;

import com.pfavanguard.trial.check.AuthorEdit;
import com.pfavanguard.trial.check.Standing;
import com.pfavanguard.trial.stage.Door;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Asks the product's API where every edit stands: each author about their own, and the lists in
 * which a person would look for what waits.
 */
final class Inquiry {
  private static final int OK = 200;
  private static final int PAGE = 500;

  private final Door referee;
  private final Map<String, Door> authors;

  /**
   * @param authors by name
   */
  Inquiry(Door referee, Map<String, Door> authors) {
    this.referee = referee;
    this.authors = authors;
  }

  /** By modification id. */
  Map<String, Standing> standings(List<AuthorEdit> edits) throws Exception {
    Set<String> conflicts = listed("conflicts?status=unresolved&", "conflicts").keySet();
    Map<String, String> letters = listed("dead-letters?", "deadLetters");
    Map<String, Standing> standings = new ConcurrentHashMap<>();
    Map<String, List<AuthorEdit>> byAuthor =
        edits.stream().collect(Collectors.groupingBy(AuthorEdit::author));
    try (ExecutorService everybody = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> asking = new ArrayList<>();
      for (Map.Entry<String, List<AuthorEdit>> own : byAuthor.entrySet()) {
        Door door = authors.getOrDefault(own.getKey(), referee);
        asking.add(everybody.submit(() -> ask(door, own.getValue(), standings)));
      }
      for (Future<?> one : asking) {
        one.get();
      }
    }
    standings.replaceAll((id, standing) -> found(id, standing, conflicts, letters));
    return new HashMap<>(standings);
  }

  private static Void ask(Door door, List<AuthorEdit> edits, Map<String, Standing> standings)
      throws InterruptedException {
    for (AuthorEdit edit : edits) {
      Door.Settled answer =
          door.get(
              "/api/pfa-data/%s/sync-explanation?organizationId=%s&modificationId=%s"
                  .formatted(
                      edit.record().pfaId(), edit.record().organization(), edit.modificationId()));
      if (answer.status() == OK) {
        standings.put(edit.modificationId(), standing(answer.body()));
      }
    }
    return null;
  }

  private static Standing standing(JsonNode explained) {
    String state = explained.path("state").asString();
    return switch (state) {
      case "synced" -> new Standing.Synced();
      case "superseded" -> new Standing.Superseded(explained.path("supersededBy").asString(""));
      case "conflict", "awaiting_approval" -> new Standing.InConflict();
      case "dead_letter" -> new Standing.DeadLetter("");
      case "discarded" -> new Standing.Discarded(explained.path("discardedBy").asString(""));
      default -> new Standing.Open(state);
    };
  }

  /** What waits for a person must be where a person finds it. */
  private static Standing found(
      String id, Standing standing, Set<String> conflicts, Map<String, String> letters) {
    return switch (standing) {
      case Standing.InConflict _ when !conflicts.contains(id) ->
          new Standing.Open("a conflict that no list shows");
      case Standing.DeadLetter _ when !letters.containsKey(id) ->
          new Standing.Open("a dead letter that no list shows");
      case Standing.DeadLetter _ -> new Standing.DeadLetter(letters.getOrDefault(id, ""));
      default -> standing;
    };
  }

  /** Modification ids, each with what PEMS answered where the list tells it. */
  private Map<String, String> listed(String list, String name) throws InterruptedException {
    Map<String, String> listed = new HashMap<>();
    Set<String> cursors = new HashSet<>();
    String next = "";
    while (cursors.add(next)) {
      JsonNode page = referee.get("/api/pems/" + list + "limit=" + PAGE + next).body();
      for (JsonNode one : page.path(name)) {
        String answer = one.at("/response/message").asString("");
        listed.put(one.path("modificationId").asString(), answer);
      }
      String cursor = page.path("nextCursor").asString("");
      if (cursor.isEmpty()) {
        return listed;
      }
      next =
          "&cursor=" + java.net.URLEncoder.encode(cursor, java.nio.charset.StandardCharsets.UTF_8);
    }
    return listed;
  }
}
