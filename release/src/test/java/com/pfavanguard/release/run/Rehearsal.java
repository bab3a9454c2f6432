package com.pfavanguard.release.run;

import com.pfavanguard.release.adapter.Release;
import com.pfavanguard.release.definition.Definition;
import com.pfavanguard.release.definition.DefinitionReader;
import com.pfavanguard.release.evidence.Answers;
import com.pfavanguard.release.journal.Digest;
import com.pfavanguard.release.journal.Entry;
import com.pfavanguard.release.journal.Json;
import com.pfavanguard.release.story.Chronicle;
import com.pfavanguard.release.story.Plan;
import com.pfavanguard.release.story.Story;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.node.ObjectNode;

/** The small release in a world that is recorded, on a clock that only waiting moves. */
final class Rehearsal {
  private static final Map<String, Definition> READ = new ConcurrentHashMap<>();

  final SimulatedPace pace = new SimulatedPace();
  final Mortality mortality = new Mortality();
  final RecordedWorld world = new RecordedWorld(pace, mortality);
  final Crew crew = new Crew(pace);
  final List<Entry> journal = new ArrayList<>();
  final Map<String, String> pins = new TreeMap<>(Map.of("migrations", "a"));
  final List<Long> anchored = new ArrayList<>();
  private final Duration lead;
  private final Definition definition;
  private final Path folder;

  Rehearsal(Path folder) {
    this(folder, text(), Duration.ofHours(24));
  }

  /** The same with minutes for hours, where time itself is of no interest. */
  static Rehearsal brief(Path folder) {
    return new Rehearsal(folder, briefText(), Duration.ofMinutes(2));
  }

  /** The same with seconds, for those that are run hundreds of times. */
  static Rehearsal briefest(Path folder) {
    String text =
        text()
            .replace("T-24h", "T-0min")
            .replace("complete+60min", "complete+1min")
            .replace("window: 30 min", "window: 1 min")
            .replace("window: 30 s", "window: 5 s");
    return new Rehearsal(folder, text, Duration.ZERO);
  }

  static String briefText() {
    return text()
        .replace("T-24h", "T-2min")
        .replace("complete+60min", "complete+3min")
        .replace("window: 30 min", "window: 1 min");
  }

  Rehearsal(Path folder, String definition, Duration lead) {
    this.lead = lead;
    this.folder = folder;
    this.definition = READ.computeIfAbsent(definition, DefinitionReader::kept);
  }

  static String text() {
    try (InputStream small = Rehearsal.class.getResourceAsStream("small.yaml")) {
      return new String(small.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs from wherever the journal stands, as a process of its own would. */
  String run() {
    Story story = Story.of(journal);
    crew.reads(story);
    Chronicle chronicle = new Chronicle(this::append, story, entry -> {});
    if (!story.isBegun()) {
      Beginning.begin(chronicle, plan(), "Rhea", "", Json.object());
    } else if (story.outcome().isEmpty()) {
      Beginning.resume(chronicle, "Rhea");
    }
    World around =
        new World(
            world.adapters(),
            crew,
            new Answers(folder),
            pace,
            Audience.NONE,
            () -> anchored.add((long) journal.size()));
    return new Runner(definition, release(), chronicle, around, () -> pins).run();
  }

  Story story() {
    return Story.of(journal);
  }

  List<String> kinds() {
    return journal.stream().map(Entry::kind).toList();
  }

  List<Entry> entries(String kind) {
    return journal.stream().filter(entry -> entry.kind().equals(kind)).toList();
  }

  Instant at(String kind) {
    return entries(kind).getFirst().at();
  }

  /** A process may die before an entry is on disk, and after it is and before anybody knows. */
  private Entry append(String kind, ObjectNode body) {
    mortality.moment();
    Entry entry =
        new Entry(
            journal.size() + 1L,
            pace.now(),
            kind,
            body.deepCopy(),
            Digest.of(new byte[0]),
            Digest.of(new byte[0]),
            "");
    journal.add(entry);
    mortality.moment();
    return entry;
  }

  private Plan plan() {
    return new Plan(
        "v2-first",
        "v2",
        "2",
        "1",
        Digest.of(new byte[0]),
        pins,
        "run",
        1,
        pace.now().plus(lead),
        crew.roster());
  }

  private Release release() {
    return new Release("v2-first", "v2", "2", "1", folder);
  }
}
