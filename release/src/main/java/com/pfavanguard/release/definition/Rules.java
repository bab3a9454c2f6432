package com.pfavanguard.release.definition;

import static com.pfavanguard.release.definition.Definition.each;

import com.pfavanguard.release.definition.Definition.Component;
import com.pfavanguard.release.definition.Definition.Measure;
import com.pfavanguard.release.definition.Definition.Phase;
import com.pfavanguard.release.definition.Definition.Step;
import com.pfavanguard.release.definition.Definition.Trigger;
import com.pfavanguard.release.judge.Quantity;
import com.pfavanguard.release.lines.Coverage;
import com.pfavanguard.release.lines.LineIndex;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What makes a well-formed checklist a sound one: the rules that a schema cannot say. */
public final class Rules {
  private final Definition definition;
  private final Fields where;
  private final List<Problem> problems = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();

  private Rules(Definition definition, Fields where) {
    this.definition = definition;
    this.where = where;
  }

  /** Everything that is wrong, in the order of the file; nothing for a sound definition. */
  public static List<Problem> check(DefinitionReader.Outcome.Read read, LineIndex index) {
    Rules rules = new Rules(read.definition(), read.where());
    rules.header();
    rules.phases();
    rules.triggers();
    rules.budget();
    new Coverage(index)
        .problems(Mapping.of(read.definition()))
        .forEach(message -> rules.problems.add(read.where().nowhere(message)));
    rules.problems.sort(Fields.ORDER);
    return rules.problems;
  }

  private void header() {
    Map<String, Component> components = definition.checklist().components();
    components.forEach(
        (name, component) ->
            each(component.dependsOn())
                .filter(other -> !components.containsKey(other))
                .forEach(
                    other ->
                        amiss(
                            "/checklist/components/" + name + "/dependsOn",
                            "there is no component '%s'".formatted(other))));
  }

  private void phases() {
    for (int index = 0; index < definition.phases().size(); index++) {
      Phase phase = definition.phases().get(index);
      String at = "/phases/" + index;
      unique(phase.id(), at);
      for (int step = 0; step < phase.steps().size(); step++) {
        step(phase.steps().get(step), at + "/steps/" + step);
      }
    }
  }

  private void step(Step step, String at) {
    unique(step.id(), at);
    effect(step, at);
    measures(step.measures(), at + "/measures/");
    for (int ask = 0; step.asks() != null && ask < step.asks().size(); ask++) {
      ask(step.asks().get(ask), at + "/asks/" + ask);
    }
    each(step.approvals())
        .filter(approval -> !definition.checklist().roles().containsKey(approval.role()))
        .forEach(approval -> amiss(at + "/approvals", "no role '%s'".formatted(approval.role())));
    if (step.mode() == Mode.manual && (step.act() != null || step.measures() != null)) {
      amiss(at + "/mode", "a manual step neither acts nor measures: make it assisted");
    }
  }

  /** After a crash the tool looks before it acts: without eyes it could only act twice or never. */
  private void effect(Step step, String at) {
    if (step.act() != null && step.effect() == null) {
      amiss(at + "/act", "an act needs its effect: none, reversible or once-only");
    }
    boolean leavesSomething = step.effect() != null && step.effect() != Effect.none;
    if (leavesSomething && step.observe() == null) {
      amiss(at + "/effect", "what leaves an effect needs 'observe', or a crash would repeat it");
    }
    if (step.effect() == Effect.reversible && step.undo() == null) {
      amiss(at + "/effect", "what is reversible needs 'undo'");
    }
  }

  private void ask(Definition.Ask ask, String at) {
    unique(ask.id(), at);
    if (ask.answer().equals("choice") == (ask.choices() == null)) {
      amiss(at + "/choices", "a choice, and only a choice, has choices");
    }
    if (ask.choices() != null && ask.require() != null && !ask.choices().contains(ask.require())) {
      amiss(at + "/require", "'%s' is none of the choices".formatted(ask.require()));
    }
  }

  private void measures(@Nullable List<Measure> measures, String at) {
    for (int index = 0; measures != null && index < measures.size(); index++) {
      measure(measures.get(index), at + index);
    }
  }

  private void measure(Measure measure, String at) {
    unique(measure.id(), at);
    if (!definition.checklist().sources().containsKey(measure.from())) {
      amiss(at + "/from", "there is no source '%s'".formatted(measure.from()));
    }
    if ((measure.of() == null) == (measure.unit() == null) && measure.require() != null) {
      amiss(at, "a gate needs a unit, or 'of' where it is a share; not both");
    }
    if (measure.require() != null) {
      LimitText.problem(measure).ifPresent(message -> amiss(at + "/require", message));
    }
    if ((measure.lasting() != null || measure.extend() != null) && measure.require() == null) {
      amiss(at, "'lasting' and 'extend' belong to a gate: there is no 'require'");
    }
  }

  private void triggers() {
    for (int index = 0; index < definition.rollback().size(); index++) {
      Trigger trigger = definition.rollback().get(index);
      String at = "/rollback/" + index;
      unique(trigger.id(), at);
      measures(trigger.when(), at + "/when/");
      trigger.when().stream()
          .filter(measure -> measure.require() == null)
          .forEach(measure -> amiss(at + "/when", measure.id() + " says nothing that can hold"));
      boolean decided = trigger.deadline() != null && trigger.otherwise() != null;
      if (trigger.kind().equals("conditional") != decided) {
        amiss(at, "a conditional trigger, and only such a one, has a deadline and an 'otherwise'");
      }
    }
  }

  private void budget() {
    BigDecimal total = Quantity.parse(definition.checklist().budget()).inBaseUnits();
    BigDecimal steps =
        definition.phases().stream()
            .filter(phase -> phase.anchor().equals("T"))
            .flatMap(phase -> phase.steps().stream())
            .map(Step::budget)
            .filter(Objects::nonNull)
            .map(budget -> Quantity.parse(budget).inBaseUnits())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    if (steps.compareTo(total) > 0) {
      amiss(
          "/checklist/budget",
          "the steps of T-0 may take %s s, the whole only %s s"
              .formatted(steps.toPlainString(), total.toPlainString()));
    }
  }

  private void unique(String id, String at) {
    if (!ids.add(id)) {
      amiss(at + "/id", "'%s' is the id of something else already".formatted(id));
    }
  }

  private void amiss(String pointer, String message) {
    problems.add(where.problem(pointer, message));
  }
}
