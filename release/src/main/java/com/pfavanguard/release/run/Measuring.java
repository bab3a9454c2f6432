package com.pfavanguard.release.run;

import com.pfavanguard.release.adapter.Observation;
import com.pfavanguard.release.adapter.Query;
import com.pfavanguard.release.adapter.Source;
import com.pfavanguard.release.definition.Definition.Measure;
import com.pfavanguard.release.definition.LimitText;
import com.pfavanguard.release.journal.Json;
import com.pfavanguard.release.judge.Reading;
import com.pfavanguard.release.judge.Ruling;
import com.pfavanguard.release.judge.Unit;
import com.pfavanguard.release.story.Kind;
import com.pfavanguard.release.story.Readings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Asks a source, judges the answer, and keeps all three. */
final class Measuring {
  private final Course course;
  private final String step;
  private final Instant since;

  /**
   * @param step that measures; the id of a trigger where it watches
   * @param since nothing older is looked at
   */
  Measuring(Course course, String step, Instant since) {
    this.course = course;
    this.step = step;
    this.since = since;
  }

  /** One answer with its ruling; none where nothing is asked of the value. */
  record Judged(Measure measure, Query query, Observation seen, @Nullable Ruling ruling) {
    boolean holds() {
      return ruling != null && ruling.verdict().opensGate();
    }
  }

  boolean isOfJournal(Measure measure) {
    return "journal".equals(course.definition().checklist().sources().get(measure.from()));
  }

  /** Asks; nothing is kept yet. */
  Judged ask(Measure measure, @Nullable Duration window) {
    Query query = query(measure, window);
    return judge(measure, query, source(measure).read(query));
  }

  Query query(Measure measure, @Nullable Duration window) {
    Unit unit = measure.unit() == null ? null : Unit.of(measure.unit()).orElseThrow();
    return new Query(measure.read(), measure.of(), unit, window, since, course.release());
  }

  static Judged judge(Measure measure, Query query, Observation seen) {
    String require = measure.require();
    Ruling ruling = require == null ? null : LimitText.parse(require).judge(seen.reading());
    return new Judged(measure, query, seen, ruling);
  }

  void keep(Judged judged) {
    course.tell(Kind.MEASURED, body(judged));
  }

  private Source source(Measure measure) {
    if (isOfJournal(measure)) {
      return new JournalSource(course.story(), course.now(), step);
    }
    Source named = course.world().adapters().sources().get(measure.from());
    return named == null ? this::noSource : named;
  }

  private Observation noSource(Query query) {
    Reading nobody = new Reading.Broken("no adapter answers for this source");
    return new Observation(nobody, query.read(), course.now(), "");
  }

  private ObjectNode body(Judged judged) {
    Measure measure = judged.measure();
    Query query = judged.query();
    ObjectNode body = Json.object().put("measure", measure.id()).put("step", step);
    body.put("from", measure.from()).put("read", query.read()).put("of", query.of());
    body.put("unit", measure.unit()).put("since", query.since().toString());
    Duration window = query.window();
    body.put("windowSeconds", window == null ? null : window.toMillis() / 1000.0);
    body.put("resolved", judged.seen().resolved()).put("at", judged.seen().at().toString());
    body.put("answer", kept(judged.seen().answer()));
    body.set("reading", Readings.write(judged.seen().reading()));
    Ruling ruling = judged.ruling();
    if (ruling != null) {
      body.put("require", measure.require()).put("verdict", ruling.verdict().name());
      body.put("reason", ruling.reason());
    }
    return body;
  }

  private String kept(String answer) {
    try {
      return course.world().answers().keep(answer).hex();
    } catch (IOException e) {
      throw new UncheckedIOException("the evidence cannot be written", e);
    }
  }
}
