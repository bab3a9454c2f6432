package com.pfavanguard.release.run;

import com.pfavanguard.release.adapter.Deed;
import com.pfavanguard.release.definition.Definition.Action;
import com.pfavanguard.release.definition.Definition.Measure;
import com.pfavanguard.release.definition.Definition.Step;
import com.pfavanguard.release.journal.Json;
import com.pfavanguard.release.judge.Verdict;
import com.pfavanguard.release.story.Kind;
import java.util.Map;

/**
 * Sends marked traffic where a share has too few observations to say anything, so that a quiet site
 * need not wait for a day. Only where an adapter for it is installed.
 */
final class ProbeTraffic {
  private static final String VERB = "traffic.probe";

  private final Course course;
  private final Pulse pulse;
  private final Hands hands;

  ProbeTraffic(Course course, Pulse pulse) {
    this.course = course;
    this.pulse = pulse;
    this.hands = new Hands(course);
  }

  void send(Step step, Measure measure, Verdict verdict) {
    boolean tooFew = verdict == Verdict.UNDERPOWERED || verdict == Verdict.NO_DATA;
    if (!tooFew || measure.of() == null || !hands.knows(VERB)) {
      return;
    }
    String probe = step.id() + "/probe";
    Action action = new Action(VERB, Map.of("measure", measure.id()));
    hands.intend(Kind.ACT_INTENDED, probe, action);
    Deed deed = course.world().pace().during(() -> hands.act(probe, action), pulse::beat);
    var body = Json.object().put("step", probe);
    switch (deed) {
      case Deed.Done done -> body.put("outcome", "done").set("facts", done.facts());
      case Deed.Failed failed -> body.put("outcome", "failed").put("why", failed.why());
    }
    course.tell(Kind.ACTED, body);
  }
}
