package com.pfavanguard.release.report;

import com.pfavanguard.release.definition.Definition;
import com.pfavanguard.release.definition.Definition.Phase;
import com.pfavanguard.release.journal.Entry;
import com.pfavanguard.release.story.Plan;
import com.pfavanguard.release.story.Story;
import java.util.ArrayList;
import java.util.List;

/**
 * The completed checklist. A pure function of the journal and of the definition that it names: the
 * same journal gives the same bytes.
 *
 * @param banner what a reader must know first, such as that it is a rehearsal
 */
public record Report(
    String title, List<String> banner, List<String> facts, List<Chapter> chapters) {

  public static Report of(Definition definition, List<Entry> journal) {
    Story story = Story.of(journal);
    Filling filling = new Filling(definition, story);
    List<Chapter> chapters = new ArrayList<>();
    for (Phase phase : definition.phases()) {
      chapters.add(
          new Chapter(
              phase.title(),
              filling.note(phase),
              phase.steps().stream().map(filling::section).toList()));
    }
    chapters.add(new Triggers(definition, journal, story).chapter());
    return new Report(
        "%s of %s".formatted(definition.checklist().title(), story.plan().tag()),
        banner(story.plan()),
        new Summary(definition, journal, story).lines(),
        chapters);
  }

  private static List<String> banner(Plan plan) {
    return plan.isRehearsed()
        ? List.of(
            "This is a %s, not a deployment: windows and anchors are divided by %s; whoever is"
                    .formatted(plan.mode(), trimmed(plan.scale()))
                + " marked (persona) is nobody.")
        : List.of();
  }

  private static String trimmed(double scale) {
    return scale == Math.rint(scale) ? Long.toString((long) scale) : Double.toString(scale);
  }
}
