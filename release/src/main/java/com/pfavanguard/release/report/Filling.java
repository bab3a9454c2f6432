package com.pfavanguard.release.report;

import static com.pfavanguard.release.definition.Definition.each;

import com.pfavanguard.release.definition.Definition;
import com.pfavanguard.release.definition.Definition.Approval;
import com.pfavanguard.release.definition.Definition.Ask;
import com.pfavanguard.release.definition.Definition.Phase;
import com.pfavanguard.release.definition.Definition.Step;
import com.pfavanguard.release.people.Person;
import com.pfavanguard.release.people.Statement.Kind;
import com.pfavanguard.release.story.PhaseStory;
import com.pfavanguard.release.story.StepStory;
import com.pfavanguard.release.story.Story;
import com.pfavanguard.release.story.Told;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Fills the boxes and blanks of phases and steps. */
final class Filling {
  static final String NOT_REACHED = "not reached";

  private final Definition definition;
  private final Story story;
  private final MeasureRow measures;

  Filling(Definition definition, Story story) {
    this.definition = definition;
    this.story = story;
    this.measures = new MeasureRow(story);
  }

  String note(Phase phase) {
    return story.phase(phase.id()).map(this::note).orElse(NOT_REACHED);
  }

  private String note(PhaseStory phase) {
    Instant ended = phase.endedAt();
    String late = phase.late() ? ", LATE: it was due at " + Moments.of(phase.due()) : "";
    String end = ended == null ? "" : " to " + Moments.of(ended);
    return Moments.of(phase.begunAt()) + end + late;
  }

  Section section(Step step) {
    List<Row> rows = new ArrayList<>();
    each(step.measures()).map(measures::of).forEach(rows::add);
    each(step.asks()).map(this::answer).forEach(rows::add);
    each(step.approvals()).map(approval -> signature(step, approval)).forEach(rows::add);
    Optional<StepStory> told = story.step(step.id());
    boolean undone = story.back().filter(back -> back.hasUndone(step.id())).isPresent();
    String mark = undone ? "↩" : told.filter(StepStory::isEnded).isPresent() ? "✓" : "";
    return new Section(
        step.id(),
        step.title(),
        step.lines(),
        mark,
        told.map(each -> note(step, each)).orElse(NOT_REACHED),
        rows);
  }

  private static String note(Step step, StepStory told) {
    Instant ended = told.endedAt();
    if (ended == null) {
      return Moments.of(told.begunAt()) + ", not ended";
    }
    String budget = step.budget() == null ? "" : " of " + step.budget();
    String breached = told.isBreached() ? ", over its budget" : "";
    Duration waited = told.waited(ended);
    String people = waited.isZero() ? "" : ", people took " + Moments.of(waited);
    return Moments.of(told.begunAt())
        + ", took "
        + Moments.of(told.elapsed(ended))
        + budget
        + breached
        + people;
  }

  private Row answer(Ask ask) {
    Optional<Told> told =
        story.told(Kind.answer, ask.id(), 0).stream().reduce((earlier, later) -> later);
    String value = told.map(each -> each.statement().value()).orElse(NOT_REACHED);
    String mark =
        ask.require() == null || told.isEmpty() ? "" : value.equals(ask.require()) ? "✓" : "✗";
    return new Row(
        ask.lines(), ask.question(), value, ask.require(), mark, told.map(this::human).orElse(""));
  }

  private Row signature(Step step, Approval approval) {
    String subject = step.id() + "/" + approval.role();
    Optional<Told> told =
        story.told(Kind.approval, subject, 0).stream().reduce((earlier, later) -> later);
    String role = String.valueOf(definition.checklist().roles().get(approval.role()));
    String value = told.map(each -> each.statement().value()).orElse(NOT_REACHED);
    return new Row(
        approval.lines(),
        role,
        value,
        "approved",
        told.isEmpty() ? "" : value.equals("approved") ? "✓" : "✗",
        told.map(this::human).orElse(""));
  }

  private String human(Told told) {
    String by = told.statement().by();
    boolean persona = story.plan().roster().find(by).filter(Person::persona).isPresent();
    String reason = told.statement().reason();
    return "human: %s%s, %s, signed%s"
        .formatted(
            by,
            persona ? " (persona)" : "",
            Moments.of(told.statement().at()),
            reason.isBlank() ? "" : "; " + reason);
  }
}
