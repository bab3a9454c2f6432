package com.pfavanguard.release.view;

import com.pfavanguard.release.definition.Definition;
import com.pfavanguard.release.definition.Definition.Phase;
import com.pfavanguard.release.definition.Definition.Step;
import com.pfavanguard.release.judge.Quantity;
import com.pfavanguard.release.story.Back;
import com.pfavanguard.release.story.Held;
import com.pfavanguard.release.story.PhaseStory;
import com.pfavanguard.release.story.StepStory;
import com.pfavanguard.release.story.Story;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A release at one moment, as a pure function of its definition, its story and the time.
 *
 * @param outcome nothing while it goes on
 * @param waits what it waits for of people
 */
public record Scene(
    String title,
    String release,
    Instant now,
    String outcome,
    List<Act> phases,
    List<Held> holds,
    List<String> waits,
    Slack slack,
    @Nullable Back back) {

  /** A phase. */
  public record Act(String id, String title, String state, boolean late, List<Line> steps) {}

  /**
   * A step.
   *
   * @param state {@code waiting}, {@code running}, {@code done}, {@code back}
   * @param elapsed without people's time
   */
  public record Line(
      String id,
      String title,
      String state,
      Duration elapsed,
      Duration waited,
      @Nullable Duration budget,
      List<GateLine> gates) {}

  public static Scene of(Definition definition, Story story, Instant now) {
    List<Act> phases = new ArrayList<>();
    definition.phases().forEach(phase -> phases.add(act(phase, story, now)));
    return new Scene(
        definition.checklist().title(),
        story.plan().release(),
        now,
        story.outcome(),
        phases,
        story.openHolds(),
        Waits.of(definition, story),
        Slack.of(definition, story, now),
        story.back().orElse(null));
  }

  private static Act act(Phase phase, Story story, Instant now) {
    Optional<PhaseStory> told = story.phase(phase.id());
    String state = told.isEmpty() ? "waiting" : told.get().endedAt() == null ? "running" : "done";
    List<Line> lines = phase.steps().stream().map(step -> line(step, story, now)).toList();
    boolean late = told.map(PhaseStory::late).orElse(false);
    return new Act(phase.id(), phase.title(), state, late, lines);
  }

  private static Line line(Step step, Story story, Instant now) {
    Optional<StepStory> told = story.step(step.id());
    boolean undone = story.back().filter(back -> back.hasUndone(step.id())).isPresent();
    String state =
        undone ? "back" : told.isEmpty() ? "waiting" : told.get().isEnded() ? "done" : "running";
    String budget = step.budget();
    return new Line(
        step.id(),
        step.title(),
        state,
        told.map(each -> each.elapsed(now)).orElse(Duration.ZERO),
        told.map(each -> each.waited(now)).orElse(Duration.ZERO),
        budget == null ? null : seconds(budget),
        GateLine.of(step, story));
  }

  static Duration seconds(String quantity) {
    return Duration.ofMillis(Quantity.parse(quantity).inBaseUnits().movePointRight(3).longValue());
  }
}
