package com.pfavanguard.release.view;

import com.pfavanguard.release.definition.Definition;
import com.pfavanguard.release.definition.Definition.Step;
import com.pfavanguard.release.story.StepStory;
import com.pfavanguard.release.story.Story;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The time of T-0, people's apart.
 *
 * @param budget of the whole
 * @param used by its steps so far
 * @param forecast used, and the budgets of what is still to come
 * @param waited what people took, which is no step's
 */
public record Slack(Duration budget, Duration used, Duration forecast, Duration waited) {

  /** What is left over if the rest keeps its budgets; negative when it will be too late. */
  public Duration left() {
    return budget.minus(forecast);
  }

  public static Slack of(Definition definition, Story story, Instant now) {
    Duration used = Duration.ZERO;
    Duration forecast = Duration.ZERO;
    Duration waited = Duration.ZERO;
    for (Step step : (Iterable<Step>) deployment(definition)::iterator) {
      Optional<StepStory> told = story.step(step.id());
      Duration spent = told.map(each -> each.elapsed(now)).orElse(Duration.ZERO);
      used = used.plus(spent);
      waited = waited.plus(told.map(each -> each.waited(now)).orElse(Duration.ZERO));
      boolean ended = told.filter(StepStory::isEnded).isPresent();
      String budget = step.budget();
      Duration planned = budget == null ? Duration.ZERO : Scene.seconds(budget);
      forecast = forecast.plus(ended || spent.compareTo(planned) > 0 ? spent : planned);
    }
    return new Slack(Scene.seconds(definition.checklist().budget()), used, forecast, waited);
  }

  private static Stream<Step> deployment(Definition definition) {
    return definition.phases().stream()
        .filter(phase -> phase.anchor().equals("T"))
        .flatMap(phase -> phase.steps().stream());
  }
}
