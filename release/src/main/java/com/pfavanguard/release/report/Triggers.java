package com.pfavanguard.release.report;

import com.pfavanguard.release.definition.Definition;
import com.pfavanguard.release.definition.Definition.Trigger;
import com.pfavanguard.release.journal.Entry;
import com.pfavanguard.release.story.Held;
import com.pfavanguard.release.story.Story;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rollback criteria: which fired, when, why, and what was decided. */
final class Triggers {
  private final Definition definition;
  private final List<Entry> journal;
  private final Story story;

  Triggers(Definition definition, List<Entry> journal, Story story) {
    this.definition = definition;
    this.journal = journal;
    this.story = story;
  }

  Chapter chapter() {
    Stream<Section> declared = definition.rollback().stream().map(this::section);
    Stream<Section> others =
        fired()
            .map(entry -> entry.body().path("trigger").asString())
            .distinct()
            .filter(id -> definition.rollback().stream().noneMatch(each -> each.id().equals(id)))
            .map(id -> section(id, id, null));
    return new Chapter("Rollback criteria", looked(), Stream.concat(declared, others).toList());
  }

  /** In whole ten minutes: what the last of them saw is not counted. */
  private String looked() {
    int looks =
        journal.stream()
            .filter(entry -> entry.kind().equals("watched"))
            .mapToInt(entry -> entry.body().path("looks").asInt(0))
            .sum();
    return looks == 0 ? "" : "All of them were looked at at least %d times.".formatted(looks);
  }

  private Section section(Trigger trigger) {
    String when =
        trigger.when().stream()
            .map(each -> "%s %s".formatted(each.id(), each.require()))
            .collect(Collectors.joining(" and "));
    String title = "%s, %s: %s".formatted(trigger.kind(), trigger.scope(), when);
    return section(trigger.id(), title, trigger.lines());
  }

  private Section section(String id, String title, @Nullable String lines) {
    List<String> times =
        fired()
            .filter(entry -> entry.body().path("trigger").asString().equals(id))
            .map(entry -> Moments.of(entry.at()) + ": " + entry.body().path("because").asString())
            .toList();
    String note = times.isEmpty() ? "did not fire" : "FIRED " + String.join("; ", times);
    String decided = story.hold(id).map(Held::decision).map(Triggers::decision).orElse("");
    return new Section(id, title, lines, times.isEmpty() ? "" : "✗", note + decided, List.of());
  }

  private static String decision(Held.Decision decision) {
    return "; decided: %s by %s (%s)".formatted(decision.value(), decision.by(), decision.reason());
  }

  private Stream<Entry> fired() {
    return journal.stream().filter(entry -> entry.kind().equals("fired"));
  }
}
