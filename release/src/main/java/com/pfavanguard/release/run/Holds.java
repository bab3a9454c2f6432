package com.pfavanguard.release.run;

import com.pfavanguard.release.journal.Json;
import com.pfavanguard.release.people.Statement;
import com.pfavanguard.release.story.Held;
import com.pfavanguard.release.story.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Questions that stop the release until a person answers or their deadline does. */
final class Holds {
  private final Course course;

  Holds(Course course) {
    this.course = course;
  }

  /** What a person is asked. */
  record Question(
      String id,
      String why,
      String scope,
      List<String> choices,
      @Nullable Instant deadline,
      @Nullable String otherwise) {}

  /** Begins to hold, unless it holds for this already. */
  void begin(Question question) {
    if (course.story().hold(question.id()).filter(Held::isOpen).isPresent()) {
      return;
    }
    ObjectNode body = Json.object().put("hold", question.id()).put("why", question.why());
    body.put("scope", question.scope()).put("otherwise", question.otherwise());
    Instant deadline = question.deadline();
    body.put("deadline", deadline == null ? null : deadline.toString());
    ArrayNode choices = body.putArray("choices");
    question.choices().forEach(choices::add);
    course.tell(Kind.HELD, body);
  }

  /** Takes decisions that were made, by people or by the clock. */
  void settle() {
    for (Held hold : course.story().openHolds()) {
      Optional<Statement> said = said(hold);
      Instant deadline = hold.deadline();
      if (said.isPresent()) {
        decide(hold, said.get().value(), said.get().by(), said.get().reason());
      } else if (deadline != null && !course.now().isBefore(deadline)) {
        decide(hold, String.valueOf(hold.otherwise()), "nobody", "the deadline has passed");
      }
    }
  }

  private Optional<Statement> said(Held hold) {
    return course.story().told(Statement.Kind.decision, hold.id(), hold.entry()).stream()
        .map(told -> told.statement())
        .filter(statement -> hold.choices().contains(statement.value()))
        .findFirst();
  }

  private void decide(Held hold, String decision, String by, String reason) {
    course.tell(
        Kind.DECIDED,
        Json.object()
            .put("hold", hold.id())
            .put("decision", decision)
            .put("by", by)
            .put("reason", reason));
  }
}
