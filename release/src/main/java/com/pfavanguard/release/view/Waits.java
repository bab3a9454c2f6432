package com.pfavanguard.release.view;

import com.pfavanguard.release.definition.Definition;
import com.pfavanguard.release.definition.Definition.Approval;
import com.pfavanguard.release.definition.Definition.Ask;
import com.pfavanguard.release.definition.Definition.Step;
import com.pfavanguard.release.people.Statement.Kind;
import com.pfavanguard.release.story.Held;
import com.pfavanguard.release.story.Story;
import java.util.ArrayList;
import java.util.List;

/** What a release waits for of people, with the command that gives it. */
final class Waits {
  private final Definition definition;
  private final Story story;
  private final List<String> waits = new ArrayList<>();

  private Waits(Definition definition, Story story) {
    this.definition = definition;
    this.story = story;
  }

  static List<String> of(Definition definition, Story story) {
    Waits waits = new Waits(definition, story);
    story.openHolds().forEach(waits::hold);
    definition.steps().filter(waits::isRunning).forEach(waits::step);
    return List.copyOf(waits.waits);
  }

  private boolean isRunning(Step step) {
    return story.step(step.id()).filter(told -> !told.isEnded()).isPresent();
  }

  private void hold(Held hold) {
    String until =
        hold.deadline() == null
            ? ""
            : ", else %s at %s".formatted(hold.otherwise(), hold.deadline());
    waits.add(
        "decision on %s: %s (release decide %s %s%s)"
            .formatted(hold.id(), hold.why(), hold.id(), String.join("|", hold.choices()), until));
    overrule(hold.id());
  }

  private void overrule(String gate) {
    definition
        .steps()
        .flatMap(step -> Definition.each(step.measures()))
        .filter(measure -> measure.id().equals(gate) && measure.override() != null)
        .forEach(
            measure ->
                waits.add(
                    "or two of %s (release override %s)"
                        .formatted(String.join(", ", measure.override()), gate)));
  }

  private void step(Step step) {
    Definition.each(step.asks()).forEach(this::ask);
    Definition.each(step.approvals()).forEach(approval -> approval(step, approval));
  }

  private void ask(Ask ask) {
    if (story.told(Kind.answer, ask.id(), 0).isEmpty()) {
      waits.add("%s (release answer %s ...)".formatted(ask.question(), ask.id()));
    }
  }

  private void approval(Step step, Approval approval) {
    String subject = step.id() + "/" + approval.role();
    boolean given =
        story.told(Kind.approval, subject, 0).stream()
            .anyMatch(told -> story.isOurPlan(told.statement().plan()));
    if (!given) {
      String role = definition.checklist().roles().get(approval.role());
      waits.add("signature of the %s (release approve %s)".formatted(role, subject));
    }
  }
}
