package com.pfavanguard.release.run;

import com.pfavanguard.operations.storage.Storages;
import com.pfavanguard.release.definition.Definition;
import com.pfavanguard.release.definition.DefinitionReader;
import com.pfavanguard.release.evidence.Anchor;
import com.pfavanguard.release.evidence.EvidenceFolder;
import com.pfavanguard.release.evidence.StoredAnchor;
import com.pfavanguard.release.journal.Digest;
import com.pfavanguard.release.journal.Entry;
import com.pfavanguard.release.journal.JournalReader;
import com.pfavanguard.release.journal.Json;
import com.pfavanguard.release.judge.Quantity;
import com.pfavanguard.release.judge.Reading;
import com.pfavanguard.release.people.KeyFile;
import com.pfavanguard.release.story.Plan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The small release with real evidence: journal, answers, keys and anchors in folders. */
public final class RecordedRelease {
  private final EvidenceFolder folder;
  private final Anchor anchor;
  private final KeyFile key;

  private RecordedRelease(EvidenceFolder folder, Anchor anchor, KeyFile key) {
    this.folder = folder;
    this.anchor = anchor;
    this.key = key;
  }

  public static RecordedRelease complete(Path home) throws IOException {
    return run(home, false);
  }

  /** Its worker dies as soon as it is watched. */
  public static RecordedRelease rolledBack(Path home) throws IOException {
    return run(home, true);
  }

  private static RecordedRelease run(Path home, boolean dies) throws IOException {
    EvidenceFolder folder = new EvidenceFolder(home.resolve("evidence"));
    Anchor anchor = new StoredAnchor(Storages.open(home.resolve("anchors").toString()));
    KeyFile key = KeyFile.create(home.resolve("runner.key"), "runner");
    SimulatedPace pace = new SimulatedPace();
    RecordedWorld world = new RecordedWorld(pace, new Mortality());
    if (dies) {
      world.metrics.put("dead-workers", query -> dead(world));
    }
    Crew crew = new Crew(pace).willing();
    Cast cast = new Cast((definition, release) -> world.adapters(), crew, pace, Audience.NONE);
    try (Session session = Session.open(new Stage(folder, key, anchor), cast)) {
      crew.reads(session.story());
      session.begin(plan(pace, crew), Rehearsal.briefText(), "Rhea", Json.object());
      session.run(() -> Map.of("migrations", "a"));
    }
    return new RecordedRelease(folder, anchor, key);
  }

  private static Reading dead(RecordedWorld world) {
    String count = world.effects.contains("worker new") ? "1 count" : "0 count";
    return new Reading.Level(Quantity.parse(count));
  }

  private static Plan plan(SimulatedPace pace, Crew crew) {
    return new Plan(
        "v2-first",
        "v2",
        "2",
        "1",
        Digest.of(Rehearsal.briefText().getBytes(StandardCharsets.UTF_8)),
        Map.of("migrations", "a"),
        "rehearsal",
        1,
        pace.now().plus(Duration.ofMinutes(2)),
        crew.roster());
  }

  public EvidenceFolder folder() {
    return folder;
  }

  public Anchor anchor() {
    return anchor;
  }

  public KeyFile key() {
    return key;
  }

  public Definition definition() {
    return DefinitionReader.kept(Rehearsal.briefText());
  }

  public List<Entry> entries() throws IOException {
    return JournalReader.entries(folder.journal());
  }
}
