package com.pfavanguard.release.run;

import com.pfavanguard.release.definition.Definition.Measure;
import com.pfavanguard.release.definition.Definition.Step;
import com.pfavanguard.release.judge.Verdict;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How long a gate looks again by itself before it asks a person, and how far its window grows. */
final class Patience {
  private static final Duration USUAL = Duration.ofSeconds(30);

  private final Course course;
  private final Step step;
  private final @Nullable Duration window;
  private final @Nullable Duration extended;
  private final Instant since;
  private Instant begun;

  Patience(Course course, Step step, Measure measure, Instant since) {
    this.course = course;
    this.step = step;
    this.since = since;
    this.window = course.scale().window(measure.window());
    this.extended = course.scale().window(measure.extend());
    this.begun = course.now();
  }

  /** After a person has sent it to look again. */
  void renew() {
    begun = course.now();
  }

  /** From the definition's window to its extension, as time goes by. */
  @Nullable Duration window() {
    if (window == null || extended == null) {
      return window;
    }
    Duration passed = Duration.between(since, course.now());
    Duration grown = passed.compareTo(window) > 0 ? passed : window;
    return grown.compareTo(extended) > 0 ? extended : grown;
  }

  boolean isLeft(Verdict verdict, boolean ofJournal) {
    if (ofJournal) {
      return false; // what the journal says does not change by itself
    }
    return switch (verdict) {
      case PASS -> true;
      case UNDERPOWERED, NO_DATA -> isLeft(extended == null ? usual() : lasting(extended));
      case FAIL, ERROR -> isLeft(usual());
    };
  }

  private boolean isLeft(Duration allowed) {
    return course.now().isBefore(begun.plus(allowed));
  }

  private Duration lasting(Duration extension) {
    Duration passed = Duration.between(since, begun);
    Duration left = extension.minus(passed);
    return left.compareTo(usual()) > 0 ? left : usual();
  }

  /** Half a minute, or what was left of the step's budget when it began to look. */
  private Duration usual() {
    Duration usual = USUAL; // never scaled: sources are as slow in a rehearsal
    Duration passed = Duration.between(begun, course.now());
    Duration left = Budgets.left(course, step).map(passed::plus).orElse(usual);
    return left.compareTo(usual) > 0 ? left : usual;
  }
}
