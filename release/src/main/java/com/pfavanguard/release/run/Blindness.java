package com.pfavanguard.release.run;

import com.pfavanguard.release.definition.Definition.Trigger;
import com.pfavanguard.release.judge.Reading;
import com.pfavanguard.release.run.Measuring.Judged;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A source that once answered and does no longer, or that does not answer after completion: nobody
 * would see what the triggers are there to see. That holds the release as a trigger does.
 */
final class Blindness {
  private static final Duration BEARABLE = Duration.ofSeconds(30);
  private static final String DEADLINE = "10 min";
  private static final String OTHERWISE = "rollback";

  private final Course course;
  private final Timetable timetable;
  private final Alarms alarms;
  private final Set<String> seeing = new HashSet<>();
  private final Map<String, Instant> blindSince = new HashMap<>();

  Blindness(Course course, Timetable timetable, Alarms alarms) {
    this.course = course;
    this.timetable = timetable;
    this.alarms = alarms;
  }

  void note(Trigger trigger, List<Judged> judged, Instant now) {
    judged.forEach(each -> note(trigger, each, now));
  }

  private void note(Trigger trigger, Judged judged, Instant now) {
    String measure = judged.measure().id();
    if (sees(judged.seen().reading())) {
      seeing.add(measure);
      blindSince.remove(measure);
      return;
    }
    boolean silentFromTheStart =
        judged.seen().reading() instanceof Reading.Nothing && !seeing.contains(measure);
    if (isOfJournal(trigger, judged) || (silentFromTheStart && timetable.completedAt().isEmpty())) {
      return; // there is nothing to see yet
    }
    Instant since = blindSince.computeIfAbsent(measure, first -> now);
    if (!now.isBefore(since.plus(course.scale().patience(BEARABLE)))) {
      hold(trigger, judged);
    }
  }

  private boolean isOfJournal(Trigger trigger, Judged judged) {
    return alarms.measuring(trigger).isOfJournal(judged.measure());
  }

  private void hold(Trigger trigger, Judged judged) {
    String id = "blind." + judged.measure().from();
    if (alarms.isAnswered(id, DEADLINE)) {
      return;
    }
    alarms.measuring(trigger).keep(judged);
    String because =
        "%s does not answer for %s: nobody would see it"
            .formatted(judged.measure().from(), trigger.id());
    alarms.fire(id, "conditional", "all", because);
    alarms.hold(id, "all", because, DEADLINE, OTHERWISE);
  }

  private static boolean sees(Reading reading) {
    return switch (reading) {
      case Reading.Level level -> true;
      case Reading.Share share -> true; // also of none: quiet is not blind
      case Reading.Words words -> false;
      case Reading.Nothing nothing -> false;
      case Reading.Broken broken -> false;
    };
  }
}
