package com.pfavanguard.release.run;

import com.pfavanguard.release.adapter.Observation;
import com.pfavanguard.release.definition.Definition.Measure;
import com.pfavanguard.release.definition.Definition.Trigger;
import com.pfavanguard.release.journal.Json;
import com.pfavanguard.release.judge.Reading;
import com.pfavanguard.release.run.Measuring.Judged;
import com.pfavanguard.release.story.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the rollback triggers every few seconds: while steps run, while windows pass and while
 * people think. What is seen is kept when it means something, not each time.
 */
final class Watch {
  /** Twice this is less than the ten seconds in which a trigger must be heard. */
  private static final Duration EVERY = Duration.ofSeconds(4);

  private static final Duration TELL = Duration.ofMinutes(10);

  private final Course course;
  private final Timetable timetable;
  private final Alarms alarms;
  private final Blindness blindness;
  private final Map<String, Instant> holdingSince = new HashMap<>();
  private @Nullable Instant lastLook;
  private @Nullable Instant lastTold;
  private int looks;

  Watch(Course course, Timetable timetable) {
    this.course = course;
    this.timetable = timetable;
    this.alarms = new Alarms(course);
    this.blindness = new Blindness(course, timetable, alarms);
  }

  /** Looks when it is time to; what holds is in the journal afterwards. */
  void look() {
    Instant now = course.now();
    boolean due = lastLook == null || !now.isBefore(lastLook.plus(course.scale().of(EVERY)));
    if (!due || !timetable.isWatched() || course.story().back().isPresent()) {
      return;
    }
    lastLook = now;
    tellNowAndThen(now);
    List<Judged> all = askAll();
    int next = 0;
    for (Trigger trigger : course.definition().rollback()) {
      List<Judged> judged = all.subList(next, next + trigger.when().size());
      next += trigger.when().size();
      blindness.note(trigger, judged, now);
      if (holds(judged, now)) {
        alarms.raise(trigger, judged);
      }
    }
  }

  /** Proof that somebody looked, also where there was nothing to see. */
  private void tellNowAndThen(Instant now) {
    looks++;
    Instant last = lastTold == null ? now : lastTold;
    lastTold = last;
    if (!now.isBefore(last.plus(TELL))) {
      course.tell(Kind.WATCHED, Json.object().put("looks", looks).put("since", last.toString()));
      lastTold = now;
      looks = 0;
    }
  }

  private List<Judged> askAll() {
    List<Supplier<Observation>> questions = new ArrayList<>();
    List<Measure> measures = new ArrayList<>();
    for (Trigger trigger : course.definition().rollback()) {
      Measuring measuring = alarms.measuring(trigger);
      for (Measure measure : trigger.when()) {
        measures.add(measure);
        questions.add(() -> measuring.ask(measure, course.scale().window(measure.window())).seen());
      }
    }
    Reading late = new Reading.Broken("no answer in time");
    List<Observation> seen =
        course.world().pace().together(questions, new Observation(late, "", course.now(), ""));
    return judged(measures, seen);
  }

  private List<Judged> judged(List<Measure> measures, List<Observation> seen) {
    List<Judged> judged = new ArrayList<>();
    for (int index = 0; index < measures.size(); index++) {
      Measure measure = measures.get(index);
      var query =
          new Measuring(course, measure.id(), alarms.since())
              .query(measure, course.scale().window(measure.window()));
      judged.add(Measuring.judge(measure, query, seen.get(index)));
    }
    return judged;
  }

  private boolean holds(List<Judged> judged, Instant now) {
    boolean all = true;
    for (Judged each : judged) {
      all &= lasts(each, now);
    }
    return all;
  }

  private boolean lasts(Judged judged, Instant now) {
    String id = judged.measure().id();
    if (!judged.holds()) {
      holdingSince.remove(id);
      return false;
    }
    Instant since = holdingSince.computeIfAbsent(id, first -> now);
    Duration needed = course.scale().window(judged.measure().lasting());
    return needed == null || !now.isBefore(since.plus(needed));
  }
}
