package com.pfavanguard.release.story;

import com.pfavanguard.release.journal.Entry;
import com.pfavanguard.release.people.SignedStatement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Takes one entry into a story. */
final class Fold {
  private final Story story;
  private final Entry entry;
  private final JsonNode body;

  Fold(Story story, Entry entry) {
    this.story = story;
    this.entry = entry;
    this.body = entry.body();
  }

  void apply(Kind kind) {
    switch (kind) {
      case BEGUN -> begun();
      case RESUMED -> story.runners.add(text("by"));
      case REPLANNED -> replanned();
      case PHASE_BEGUN, PHASE_ENDED -> phase(kind);
      case STEP_BEGUN -> story.steps.putIfAbsent(text("step"), new StepStory(entry.at()));
      case STEP_ENDED, ACT_INTENDED, WAITING, WAITED, WARNED, BREACHED -> step(kind);
      case ACTED -> acted();
      case OBSERVED -> story.facts.add(body.path("facts"));
      case MEASURED -> story.measures.put(text("measure"), Measured.of(entry.at(), body));
      case GATE_OPENED -> story.open.put(text("gate"), opened());
      case TOLD -> told();
      case HELD -> story.holds.put(text("hold"), held());
      case DECIDED -> story.holds.computeIfPresent(text("hold"), (id, hold) -> decided(hold));
      case GOING_BACK, UNDONE, WENT_BACK -> back(kind);
      case ENDED -> story.outcome = text("outcome");
      case FIRED -> fired();
      case NOT_TAKEN, UNDO_INTENDED, WATCHED -> {
        // for readers of the journal; they change nothing that a runner must know
      }
    }
  }

  private void begun() {
    replanned();
    story.begunAt = entry.at();
    story.runners.add(text("by"));
    story.facts.add(body.path("facts"));
  }

  private void replanned() {
    if (!body.path("extends").asBoolean(false)) {
      story.planHashes.clear(); // what was said before is void
    }
    Plan plan = Plan.of(body.path("plan"));
    story.plan = plan;
    story.planHashes.add(plan.hash());
  }

  private void phase(Kind kind) {
    if (kind == Kind.PHASE_BEGUN) {
      Instant due = Instant.parse(text("due"));
      boolean late = body.path("late").asBoolean(false);
      story.phases.put(text("phase"), new PhaseStory(due, entry.at(), late, null));
    } else {
      story.phases.computeIfPresent(text("phase"), (id, phase) -> phase.ended(entry.at()));
    }
  }

  private void step(Kind kind) {
    StepStory step = story.steps.get(text("step"));
    if (step == null) {
      return;
    }
    switch (kind) {
      case STEP_ENDED -> step.ended(entry.at(), text("outcome"));
      case ACT_INTENDED -> step.act(StepStory.Act.INTENDED);
      case WAITING -> step.waits(entry.at());
      case WAITED -> step.waitsNoMore(entry.at());
      case WARNED -> step.warned();
      default -> step.breached();
    }
  }

  private void acted() {
    story.facts.add(body.path("facts"));
    story
        .step(text("step"))
        .ifPresent(
            step ->
                step.act(
                    text("outcome").equals("done") ? StepStory.Act.DONE : StepStory.Act.FAILED));
  }

  private void told() {
    SignedStatement.of(body)
        .ifPresent(
            signed -> story.told.add(new Told(entry.number(), entry.at(), signed.statement())));
  }

  private Held held() {
    List<String> choices = new ArrayList<>();
    body.path("choices").forEach(choice -> choices.add(choice.asString()));
    String deadline = optional("deadline");
    return new Held(
        text("hold"),
        entry.number(),
        entry.at(),
        text("why"),
        text("scope"),
        List.copyOf(choices),
        deadline == null ? null : Instant.parse(deadline),
        optional("otherwise"),
        null);
  }

  private String opened() {
    return text("reason").isEmpty() ? text("by") : text("by") + ": " + text("reason");
  }

  private void fired() {
    if (text("kind").equals("immediate")) {
      story.fired = new Fired(text("trigger"), text("scope"), text("because"), entry.at());
    }
  }

  private Held decided(Held hold) {
    return hold.decided(
        new Held.Decision(text("decision"), text("by"), text("reason"), entry.at()));
  }

  /** Nobody need answer it any more. */
  private Held overtaken(Held hold) {
    return hold.decided(new Held.Decision("overtaken", "nobody", "the way back", entry.at()));
  }

  private void back(Kind kind) {
    if (kind == Kind.GOING_BACK) {
      story.back = new Back(entry.at(), text("scope"), text("because"), text("by"));
      story.holds.replaceAll((id, hold) -> hold.isOpen() ? overtaken(hold) : hold);
    } else if (story.back != null && kind == Kind.UNDONE) {
      story.back.undone(text("step"), text("outcome").equals("done"));
    } else if (story.back != null) {
      story.back.ended(entry.at());
    }
  }

  private String text(String field) {
    return body.path(field).asString("");
  }

  private @Nullable String optional(String field) {
    String text = text(field);
    return text.isEmpty() ? null : text;
  }
}
