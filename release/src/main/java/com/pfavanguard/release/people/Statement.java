package com.pfavanguard.release.people;

import com.pfavanguard.release.journal.Json;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Something that one person says about one release.
 *
 * @param release the deployment it is about: what was said about another counts for nothing
 * @param plan hash of the plan that the person saw
 * @param subject what it is about: a role, a question, a gate, a trigger
 * @param value the answer itself, such as {@code approved}
 */
public record Statement(
    String release,
    String plan,
    Kind kind,
    String subject,
    String value,
    String reason,
    String by,
    Instant at) {

  /** What may be said. */
  public enum Kind {
    /** {@code approved} or {@code declined}, for a role. */
    approval,
    /** To a question of the checklist. */
    answer,
    /** One of two voices that open a gate. */
    override,
    /** To a hold: {@code rollback}, {@code patch}, {@code monitor}, {@code retry}, {@code stop}. */
    decision,
    /** Something seen that no metric sees, such as {@code security-vulnerability}. */
    observation,
    /** An order to go back, with its scope. */
    rollback
  }

  ObjectNode toJson() {
    return Json.object()
        .put("release", release)
        .put("plan", plan)
        .put("kind", kind.name())
        .put("subject", subject)
        .put("value", value)
        .put("reason", reason)
        .put("by", by)
        .put("at", at.toString());
  }

  static @Nullable Statement of(JsonNode json) {
    try {
      return new Statement(
          json.path("release").asString(""),
          json.path("plan").asString(""),
          Kind.valueOf(json.path("kind").asString("").toLowerCase(Locale.ROOT)),
          json.path("subject").asString(""),
          json.path("value").asString(""),
          json.path("reason").asString(""),
          json.path("by").asString(""),
          Instant.parse(json.path("at").asString("")));
    } catch (IllegalArgumentException | DateTimeException e) {
      return null; // whoever wrote this, it is none of ours
    }
  }
}
