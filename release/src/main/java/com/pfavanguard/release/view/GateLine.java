package com.pfavanguard.release.view;

import com.pfavanguard.release.definition.Definition;
import com.pfavanguard.release.definition.Definition.Measure;
import com.pfavanguard.release.definition.Definition.Step;
import com.pfavanguard.release.story.Measured;
import com.pfavanguard.release.story.Story;
import java.util.List;
import java.util.Optional;

/**
 * A gate with its numbers.
 *
 * @param verdict nothing before it was first looked at
 * @param detail value, n and bound that decided
 */
public record GateLine(String id, String verdict, String detail, boolean open) {

  static List<GateLine> of(Step step, Story story) {
    return Definition.each(step.measures())
        .filter(measure -> measure.require() != null)
        .map(measure -> of(measure, story))
        .toList();
  }

  private static GateLine of(Measure measure, Story story) {
    Optional<Measured> seen = story.measure(measure.id());
    String verdict = seen.map(Measured::verdict).map(Enum::name).orElse("");
    return new GateLine(
        measure.id(),
        verdict,
        seen.map(Measured::reason).orElse("asked " + measure.require()),
        story.isOpen(measure.id()));
  }
}
