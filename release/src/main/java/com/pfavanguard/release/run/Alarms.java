package com.pfavanguard.release.run;

import com.pfavanguard.release.definition.Definition.Trigger;
import com.pfavanguard.release.journal.Json;
import com.pfavanguard.release.run.Measuring.Judged;
import com.pfavanguard.release.story.Held;
import com.pfavanguard.release.story.Kind;
import com.pfavanguard.release.story.PhaseStory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a trigger that holds does: send the release back, or hold it for a decision. */
final class Alarms {
  private final Course course;
  private final Holds holds;

  Alarms(Course course) {
    this.course = course;
    this.holds = new Holds(course);
  }

  /** Triggers look at the deployment, never at what was before it. */
  Measuring measuring(Trigger trigger) {
    return new Measuring(course, trigger.id(), since());
  }

  Instant since() {
    return course.definition().phases().stream()
        .filter(Timetable::isDeployment)
        .findFirst()
        .flatMap(phase -> course.story().phase(phase.id()))
        .map(PhaseStory::begunAt)
        .orElse(course.story().begunAt());
  }

  void raise(Trigger trigger, List<Judged> judged) {
    if (isAnswered(trigger.id(), trigger.deadline())) {
      return;
    }
    Measuring measuring = measuring(trigger);
    judged.forEach(measuring::keep);
    String because =
        judged.stream()
            .map(each -> each.measure().id() + ": " + reason(each))
            .collect(Collectors.joining("; "));
    fire(trigger.id(), trigger.kind(), trigger.scope(), because);
    if (trigger.kind().equals("conditional")) {
      hold(trigger.id(), trigger.scope(), because, trigger.deadline(), trigger.otherwise());
    }
  }

  void fire(String id, String kind, String scope, String because) {
    course.tell(
        Kind.FIRED,
        Json.object()
            .put("trigger", id)
            .put("kind", kind)
            .put("scope", scope)
            .put("because", because));
  }

  void hold(
      String id,
      String scope,
      String because,
      @Nullable String deadline,
      @Nullable String otherwise) {
    Duration time = course.scale().patience(deadline);
    Instant until = time == null ? null : course.now().plus(time);
    holds.begin(
        new Holds.Question(
            id, because, scope, List.of("rollback", "patch", "monitor"), until, otherwise));
  }

  /**
   * Whether it is being asked already, or was decided so lately that asking again would only annoy:
   * within the time that the person had.
   */
  boolean isAnswered(String id, @Nullable String deadline) {
    Optional<Held> hold = course.story().hold(id);
    if (hold.isEmpty()) {
      return false;
    }
    Held.Decision decision = hold.get().decision();
    Duration time = course.scale().patience(deadline);
    return decision == null || (time != null && course.now().isBefore(decision.at().plus(time)));
  }

  private static String reason(Judged judged) {
    return judged.ruling() == null ? "" : judged.ruling().reason();
  }
}
