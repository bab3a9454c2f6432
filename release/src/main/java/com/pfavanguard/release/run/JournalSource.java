package com.pfavanguard.release.run;

import com.pfavanguard.release.adapter.Observation;
import com.pfavanguard.release.adapter.Query;
import com.pfavanguard.release.adapter.Source;
import com.pfavanguard.release.judge.Quantity;
import com.pfavanguard.release.judge.Reading;
import com.pfavanguard.release.judge.Unit;
import com.pfavanguard.release.people.Statement;
import com.pfavanguard.release.story.Back;
import com.pfavanguard.release.story.Held;
import com.pfavanguard.release.story.Measured;
import com.pfavanguard.release.story.PhaseStory;
import com.pfavanguard.release.story.StepStory;
import com.pfavanguard.release.story.Story;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The release itself as a source: its times, its facts, what people said. */
final class JournalSource implements Source {
  private final Story story;
  private final Instant now;
  private final String step;

  /**
   * @param step that asks: {@code step/duration} is its own
   */
  JournalSource(Story story, Instant now, String step) {
    this.story = story;
    this.now = now;
    this.step = step;
  }

  @Override
  public Observation read(Query query) {
    Reading reading = reading(query.read().split("/", -1), query);
    return new Observation(reading, query.read(), now, reading.toString());
  }

  private Reading reading(String[] path, Query query) {
    return switch (path[0]) {
      case "phase" -> path.length == 3 ? phase(path[1], path[2]) : nothing(query);
      case "step" -> step(path);
      case "rollback" -> rollback(path[path.length - 1]);
      case "statement" -> count(story.told(Statement.Kind.observation, path[1], 0).size());
      case "measure" ->
          story.measure(path[1]).map(Measured::reading).orElseGet(() -> nothing(query));
      default -> fact(query);
    };
  }

  private Reading phase(String id, String what) {
    Optional<PhaseStory> phase = story.phase(id);
    if (phase.isEmpty()) {
      return new Reading.Nothing("phase %s has not begun".formatted(id));
    }
    Instant ended = phase.get().endedAt();
    return moment(what, phase.get().begunAt(), ended == null ? now : ended);
  }

  private Reading step(String[] path) {
    Optional<StepStory> asked = story.step(path.length == 3 ? path[1] : step);
    if (asked.isEmpty()) {
      return new Reading.Nothing("the step has not begun");
    }
    Instant ended = asked.get().endedAt();
    return path[path.length - 1].equals("duration")
        ? seconds(asked.get().elapsed(now))
        : moment(path[path.length - 1], asked.get().begunAt(), ended == null ? now : ended);
  }

  private static Reading moment(String what, Instant begun, Instant ended) {
    return switch (what) {
      case "startedAt" -> new Reading.Words(begun.toString());
      case "endedAt" -> new Reading.Words(ended.toString());
      case "duration" -> seconds(Duration.between(begun, ended));
      default -> new Reading.Nothing("the journal knows no " + what);
    };
  }

  private Reading rollback(String what) {
    Optional<Back> back = story.back();
    return switch (what) {
      case "initiated" -> count(back.isPresent() ? 1 : 0);
      case "startedAt" -> words(back.map(Back::begunAt));
      case "completedAt" -> words(back.map(Back::endedAt));
      case "decision" -> words(decision().map(Held.Decision::value));
      case "decidedBy" -> words(decision().map(Held.Decision::by).or(() -> back.map(Back::by)));
      default -> new Reading.Nothing("the journal knows no rollback/" + what);
    };
  }

  /** Of the last conditional trigger that held. */
  private Optional<Held.Decision> decision() {
    return story.lastTriggerHold().map(Held::decision);
  }

  private Reading fact(Query query) {
    JsonNode fact = story.facts().at(query.read());
    if (fact.isNumber()) {
      return level(fact.decimalValue(), query.unit());
    }
    if (fact.isBoolean()) {
      return count(fact.booleanValue() ? 1 : 0);
    }
    return fact.isString() ? new Reading.Words(fact.asString()) : nothing(query);
  }

  /** Facts come in base units, whatever the definition shows them in. */
  private static Reading level(BigDecimal value, @Nullable Unit asked) {
    Unit base = asked == null ? Unit.COUNT : Unit.baseOf(asked.dimension());
    return new Reading.Level(new Quantity(value, base));
  }

  private static Reading seconds(Duration time) {
    return new Reading.Level(new Quantity(BigDecimal.valueOf(time.toMillis(), 3), Unit.SECONDS));
  }

  private static Reading count(int number) {
    return new Reading.Level(new Quantity(BigDecimal.valueOf(number), Unit.COUNT));
  }

  private static Reading words(Optional<?> what) {
    return new Reading.Words(what.map(Object::toString).orElse("none"));
  }

  private static Reading nothing(Query query) {
    return new Reading.Nothing("nothing in the journal at " + query.read());
  }
}
