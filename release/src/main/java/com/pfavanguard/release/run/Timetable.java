package com.pfavanguard.release.run;

import com.pfavanguard.release.definition.Definition.Phase;
import com.pfavanguard.release.story.PhaseStory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When phases begin. */
final class Timetable {
  private static final Pattern ANCHOR = Pattern.compile("(T|complete)(?:([+-]\\d+)(min|h))?");

  private final Course course;

  Timetable(Course course) {
    this.course = course;
  }

  /** Before T-0, what comes too early waits and what comes late runs at once, marked late. */
  Instant due(Phase phase) {
    Matcher anchor = anchor(phase);
    Instant from = anchor.group(1).equals("T") ? course.story().plan().start() : completed();
    return from.plus(course.scale().of(offset(anchor)));
  }

  boolean isLate(Phase phase, Instant begun) {
    Duration allowed = course.scale().window(phase.deadline());
    return allowed != null && begun.isAfter(due(phase).plus(allowed));
  }

  /** From the first step of T-0 on: there is something to watch and to go back from. */
  boolean isUnderWay() {
    return course.definition().phases().stream()
        .filter(Timetable::isDeployment)
        .anyMatch(phase -> course.story().phase(phase.id()).isPresent());
  }

  /** The end of T-0, once it has ended. */
  Optional<Instant> completedAt() {
    List<Phase> deployment =
        course.definition().phases().stream().filter(Timetable::isDeployment).toList();
    return deployment.isEmpty()
        ? Optional.empty()
        : course.story().phase(deployment.getLast().id()).map(PhaseStory::endedAt);
  }

  /** Until the last phase, which only gathers what was seen. */
  boolean isWatched() {
    Phase last = course.definition().phases().getLast();
    return isUnderWay() && (isDeployment(last) || course.story().phase(last.id()).isEmpty());
  }

  static boolean isDeployment(Phase phase) {
    return phase.anchor().equals("T");
  }

  private Instant completed() {
    return completedAt().orElse(course.now()); // after a rollback nothing is ever complete
  }

  private static Duration offset(Matcher anchor) {
    if (anchor.group(2) == null) {
      return Duration.ZERO;
    }
    long count = Long.parseLong(anchor.group(2));
    return anchor.group(3).equals("h") ? Duration.ofHours(count) : Duration.ofMinutes(count);
  }

  private static Matcher anchor(Phase phase) {
    Matcher anchor = ANCHOR.matcher(phase.anchor());
    if (!anchor.matches()) {
      throw new IllegalArgumentException(phase.anchor() + " is no anchor");
    }
    return anchor;
  }
}
