package com.pfavanguard.trial.cast;

import com.pfavanguard.launcher.console.Json;
import com.pfavanguard.trial.check.AuthorEdit;
import com.pfavanguard.trial.check.AuthorEdit.Shown;
import com.pfavanguard.trial.check.AuthorEdit.Span;
import com.pfavanguard.trial.check.RecordKey;
import com.pfavanguard.trial.stage.Door;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A planner who looks at records, edits them and commits, whatever falls over meanwhile. */
public final class Author {
  private static final int OK = 200;
  private static final int ACCEPTED = 202;
  private static final int NOT_FOUND = 404;
  private static final int MOST_RECORDS = 4;
  private static final int HURRY_ONE_IN = 12;
  private static final List<String> PRIORITIES = List.of("high", "normal", "low");

  private final String name;
  private final Door door;
  private final Pool pool;
  private final Invention invention;
  private final CommitLog log;
  private final RandomGenerator random;

  /** An edit that is a draft by now. */
  private record Drafted(
      RecordKey record, Shown shown, Map<String, @Nullable String> wanted, String id) {}

  public Author(
      String name,
      Door door,
      Pool pool,
      Invention invention,
      CommitLog log,
      RandomGenerator random) {
    this.name = name;
    this.door = door;
    this.pool = pool;
    this.invention = invention;
    this.log = log;
    this.random = random;
  }

  /** Edits a few records and commits them together. */
  public void edit() throws InterruptedException {
    List<RecordKey> records = pool.some(1 + random.nextInt(MOST_RECORDS), random);
    List<Drafted> drafts = draft(records);
    if (drafts.isEmpty()) {
      return;
    }
    commit(records.getFirst().organization(), drafts);
    if (random.nextInt(HURRY_ONE_IN) == 0) {
      hurry(records.getFirst().organization());
    }
  }

  private List<Drafted> draft(List<RecordKey> records) throws InterruptedException {
    String organization = records.getFirst().organization();
    Map<String, Drafted> byId = new HashMap<>();
    ObjectNode request = Json.object().put("organizationId", organization);
    ArrayNode changes = request.putArray("changes");
    for (RecordKey record : records) {
      Door.Settled shown = door.get(path(record));
      if (shown.status() == OK) {
        Map<String, String> values = invention.values(name, random);
        byId.put(record.pfaId(), drafted(record, shown.body(), values));
        ObjectNode change = changes.addObject().put("pfaId", record.pfaId());
        change.put("baseVersion", shown.body().path("version").asLong());
        ObjectNode fields = change.putObject("fields");
        values.forEach(fields::put);
      }
    }
    if (byId.isEmpty()) {
      return List.of();
    }
    Door.Settled saved = door.post("/api/pfa-data/save-draft", request);
    if (saved.status() != OK) {
      log.refused();
      return List.of();
    }
    List<Drafted> drafts = new ArrayList<>();
    for (JsonNode draft : saved.body().path("drafts")) {
      Drafted edit = byId.get(draft.path("pfaId").asString());
      if (edit != null) {
        String id = draft.path("modificationId").asString();
        drafts.add(new Drafted(edit.record(), edit.shown(), edit.wanted(), id));
      }
    }
    return drafts;
  }

  private static Drafted drafted(RecordKey record, JsonNode shown, Map<String, String> values) {
    Map<String, @Nullable String> wanted = new HashMap<>();
    values.forEach((field, value) -> wanted.put(field, Sight.canonical(field, value)));
    return new Drafted(record, Sight.shown(shown.path("version").asLong(), shown), wanted, "");
  }

  private void commit(String organization, List<Drafted> drafts) throws InterruptedException {
    ObjectNode request = request(organization, drafts);
    long sent = System.nanoTime();
    Door.Settled answer = door.post("/api/pfa-data/commit-drafts", request);
    Span span = new Span(sent, System.nanoTime());
    // After a lost answer the drafts may be gone because the first try was heard.
    if (answer.status() == ACCEPTED || (answer.status() == NOT_FOUND && answer.repeated())) {
      drafts.forEach(
          draft ->
              log.add(
                  new AuthorEdit(
                      draft.id(), name, draft.record(), draft.shown(), draft.wanted(), span)));
    } else {
      log.refused();
      door.post("/api/pfa-data/discard-drafts", request);
    }
  }

  private void hurry(String organization) throws InterruptedException {
    door.post(
        "/api/pems/write-sync",
        Json.object()
            .put("organizationId", organization)
            .put("priority", PRIORITIES.get(random.nextInt(PRIORITIES.size()))));
  }

  private static ObjectNode request(String organization, List<Drafted> drafts) {
    ObjectNode request = Json.object().put("organizationId", organization);
    ArrayNode ids = request.putArray("modificationIds");
    drafts.forEach(draft -> ids.add(draft.id()));
    return request;
  }

  private static String path(RecordKey record) {
    return "/api/pfa-data/" + record.pfaId() + "?organizationId=" + record.organization();
  }
}
