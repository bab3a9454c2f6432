package com.pfavanguard.release.view;

import com.pfavanguard.release.journal.Entry;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** An entry of the journal in one line for people. */
final class Sentence {
  private final JsonNode body;

  private Sentence(JsonNode body) {
    this.body = body;
  }

  /** Nothing where an entry is for machines. */
  static Optional<String> of(Entry entry) {
    String text = new Sentence(entry.body()).text(entry.kind());
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  private String text(String kind) {
    return switch (kind) {
      case "begun" -> "begun by %s, plan %.12s".formatted(at("by"), at("hash"));
      case "resumed" -> "resumed by " + at("by");
      case "replanned" -> "pinned anew, plan %.12s %s".formatted(at("hash"), at("changed"));
      case "phase_begun" -> "== " + at("phase") + (body.path("late").asBoolean() ? " (late)" : "");
      case "phase_ended" -> "== " + at("phase") + " is over";
      case "step_begun" -> "%s begins".formatted(at("step"));
      case "step_ended" -> "%s is done, %s s".formatted(at("step"), at("seconds"));
      case "act_intended", "undo_intended" -> "%s: %s".formatted(at("step"), at("use"));
      case "acted" -> acted();
      case "measured" -> measured();
      case "gate_opened" -> "%s open: %s".formatted(at("gate"), at("by"));
      default -> ofPeople(kind);
    };
  }

  private String ofPeople(String kind) {
    return switch (kind) {
      case "told" -> said("says");
      case "not_taken" -> said("is not heard (%s):".formatted(at("why")));
      case "waiting" -> "%s waits for %s".formatted(at("step"), at("for"));
      case "warned" -> "%s: %s".formatted(at("step"), at("why"));
      case "breached" ->
          "%s took more than %s: %s".formatted(at("step"), at("budget"), at("action"));
      case "fired" -> "!! %s: %s".formatted(at("trigger"), at("because"));
      case "held" -> "HELD %s: %s %s".formatted(at("hold"), at("why"), body.path("choices"));
      case "decided" ->
          "%s: %s by %s %s".formatted(at("hold"), at("decision"), at("by"), at("reason"));
      case "going_back" ->
          "GOING BACK (%s) %s: %s".formatted(at("scope"), at("why"), at("because"));
      case "undone" -> "%s undone: %s %s".formatted(at("step"), at("outcome"), at("why"));
      case "went_back" -> "back after %s s".formatted(at("seconds"));
      case "ended" -> "ended: " + at("outcome");
      default -> "";
    };
  }

  private String acted() {
    boolean found = body.path("found").asBoolean(false);
    return "%s: %s %s".formatted(at("step"), found ? "was done already" : at("outcome"), at("why"));
  }

  private String measured() {
    String verdict = at("verdict");
    return verdict.isEmpty()
        ? "%s: %s".formatted(at("measure"), body.path("reading"))
        : "%s %s: %s".formatted(at("measure"), verdict, at("reason"));
  }

  private String said(String verb) {
    JsonNode statement = body.path("statement");
    return "%s %s %s %s '%s' %s"
        .formatted(
            statement.path("by").asString(),
            verb,
            statement.path("kind").asString(),
            statement.path("subject").asString(),
            statement.path("value").asString(),
            statement.path("reason").asString())
        .strip();
  }

  private String at(String field) {
    JsonNode value = body.path(field);
    return value.isString() ? value.asString() : value.isMissingNode() ? "" : value.toString();
  }
}
