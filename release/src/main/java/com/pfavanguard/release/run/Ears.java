package com.pfavanguard.release.run;

import com.pfavanguard.release.people.Person;
import com.pfavanguard.release.people.SignedStatement;
import com.pfavanguard.release.people.Statement;
import com.pfavanguard.release.story.Kind;
import com.pfavanguard.release.story.Plan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes what people say into the journal. What nobody enrolled has signed, what is about another
 * release or another plan, and approvals by those who run it count for nothing, and the journal
 * says why.
 */
final class Ears {
  private final Course course;

  Ears(Course course) {
    this.course = course;
  }

  void listen() {
    try {
      for (SignedStatement signed : course.world().voices().news()) {
        hear(signed);
        course.world().voices().heard(signed); // only now: after a crash it is heard again
      }
    } catch (IOException e) {
      throw new UncheckedIOException("what people say cannot be read", e);
    }
  }

  private void hear(SignedStatement signed) {
    if (isKnown(signed)) {
      return;
    }
    ObjectNode body = signed.toJson();
    Optional<String> amiss = amiss(signed);
    if (amiss.isPresent()) {
      course.tell(Kind.NOT_TAKEN, body.put("why", amiss.get()));
      return;
    }
    Person person = speaker(signed).orElseThrow();
    course.tell(Kind.TOLD, body.put("persona", person.persona()));
  }

  private boolean isKnown(SignedStatement signed) {
    Statement statement = signed.statement();
    return course.story().told(statement.kind(), statement.subject(), 0).stream()
        .anyMatch(told -> told.statement().equals(statement));
  }

  private Optional<String> amiss(SignedStatement signed) {
    Statement statement = signed.statement();
    Plan plan = course.story().plan();
    Optional<Person> speaker = speaker(signed);
    if (speaker.isEmpty() || !signed.isSignedWith(speaker.get().key())) {
      return Optional.of("it is not signed by anybody enrolled when the release began");
    }
    if (!statement.release().equals(plan.release())) {
      return Optional.of("it is about another release");
    }
    if (!course.story().isOurPlan(statement.plan())) {
      return Optional.of("it was said about another plan: something pinned has changed");
    }
    return switch (statement.kind()) {
      case approval -> approval(statement, speaker.get());
      case override -> reason(statement);
      case rollback -> rollback(statement);
      case answer, decision, observation -> Optional.empty();
    };
  }

  private Optional<String> approval(Statement statement, Person speaker) {
    String role = statement.subject().substring(statement.subject().lastIndexOf('/') + 1);
    if (!speaker.roles().contains(role)) {
      return Optional.of("%s does not speak for %s".formatted(speaker.name(), role));
    }
    boolean before = !new Timetable(course).isUnderWay(); // afterwards they sign what they did
    return before && course.isRunBy(speaker.name())
        ? Optional.of("%s runs this release and cannot approve it".formatted(speaker.name()))
        : Optional.empty();
  }

  private static Optional<String> reason(Statement statement) {
    return statement.reason().isBlank()
        ? Optional.of("an override needs a reason")
        : Optional.empty();
  }

  private Optional<String> rollback(Statement statement) {
    if (course.story().back().isPresent()) {
      return Optional.of("the way back has begun already");
    }
    return new Timetable(course).isUnderWay()
        ? reason(statement)
        : Optional.of("nothing was changed yet: there is nothing to go back from");
  }

  private Optional<Person> speaker(SignedStatement signed) {
    return course.story().plan().roster().find(signed.statement().by());
  }
}
