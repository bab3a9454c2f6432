package com.pfavanguard.release.run;

import com.pfavanguard.release.definition.Definition.Measure;
import com.pfavanguard.release.definition.Definition.Step;
import com.pfavanguard.release.journal.Json;
import com.pfavanguard.release.judge.Ruling;
import com.pfavanguard.release.judge.Verdict;
import com.pfavanguard.release.run.Measuring.Judged;
import com.pfavanguard.release.story.Kind;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One measurement of a step. Where something is asked of its value, only PASS goes on. */
final class Gate {
  /** How often is looked again. */
  private static final Duration EVERY = Duration.ofSeconds(5);

  private final Course course;
  private final Pulse pulse;
  private final Step step;
  private final Measure measure;
  private final Instant since;
  private final Patience patience;
  private @Nullable Instant holdsSince;
  private @Nullable Verdict kept;

  Gate(Course course, Pulse pulse, Step step, Measure measure) {
    this.course = course;
    this.pulse = pulse;
    this.step = step;
    this.measure = measure;
    this.since = new Since(course).of(step, measure);
    this.patience = new Patience(course, step, measure, since);
  }

  void pass() {
    if (course.story().isOpen(measure.id())) {
      return;
    }
    fillWindow();
    if (isNote()) {
      Judged judged = ask();
      measuring().keep(judged);
      return;
    }
    while (!course.story().isOpen(measure.id())) {
      attempt();
    }
  }

  /** A window that has just begun says nothing about its whole. */
  private void fillWindow() {
    Duration window = course.scale().window(measure.window());
    if (window != null && !isBack()) {
      pulse.until(since.plus(window));
    }
  }

  private boolean isNote() {
    return measure.require() == null || measure.isNote() || isBack();
  }

  private boolean isBack() {
    return course.story().back().isPresent();
  }

  private void attempt() {
    Judged judged = ask();
    if (judged.holds() && lasts()) {
      measuring().keep(judged);
      course.tell(Kind.GATE_OPENED, Json.object().put("gate", measure.id()).put("by", "PASS"));
      return;
    }
    keepChange(judged);
    Ruling ruling = judged.ruling();
    Verdict verdict = ruling == null ? Verdict.ERROR : ruling.verdict();
    if (judged.holds() || patience.isLeft(verdict, measuring().isOfJournal(measure))) {
      new ProbeTraffic(course, pulse).send(step, measure, verdict);
      pulse.until(course.now().plus(course.scale().of(EVERY)));
      return;
    }
    measuring().keep(judged);
    String reason = ruling == null ? "" : ruling.reason();
    new Overrule(course, pulse).openOrDecide(step, measure, verdict + ": " + reason);
    patience.renew();
  }

  private boolean lasts() {
    Instant first = holdsSince == null ? course.now() : holdsSince;
    holdsSince = first;
    Duration needed = course.scale().window(measure.lasting());
    return needed == null || !course.now().isBefore(first.plus(needed));
  }

  /** Each change of verdict is kept, not each look. */
  private void keepChange(Judged judged) {
    if (!judged.holds()) {
      holdsSince = null;
    }
    Ruling ruling = judged.ruling();
    if (ruling != null && ruling.verdict() != kept) {
      kept = ruling.verdict();
      measuring().keep(judged);
    }
  }

  /** Off the runner's thread, but for the journal: a source that hangs must not stop the watch. */
  private Judged ask() {
    if (measuring().isOfJournal(measure)) {
      return measuring().ask(measure, patience.window());
    }
    return course
        .world()
        .pace()
        .during(() -> measuring().ask(measure, patience.window()), pulse::beat);
  }

  private Measuring measuring() {
    return new Measuring(course, step.id(), since);
  }
}
