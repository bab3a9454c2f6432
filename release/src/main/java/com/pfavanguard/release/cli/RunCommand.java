package com.pfavanguard.release.cli;

import com.pfavanguard.launcher.Installation;
import com.pfavanguard.launcher.console.Console;
import com.pfavanguard.launcher.console.Refusal;
import com.pfavanguard.release.definition.Definition;
import com.pfavanguard.release.definition.DefinitionReader.Outcome;
import com.pfavanguard.release.evidence.EvidenceFolder;
import com.pfavanguard.release.journal.Digest;
import com.pfavanguard.release.people.KeyFile;
import com.pfavanguard.release.people.Roster;
import com.pfavanguard.release.run.PinnedFiles;
import com.pfavanguard.release.run.Session;
import com.pfavanguard.release.run.Stage;
import com.pfavanguard.release.story.Plan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "run",
    description = {
      "Run a checklist.",
      "Each step, measurement, gate, question and approval in its order, with the "
          + "journal of it in the evidence folder. Goes on until the release is over; after a "
          + "crash or Ctrl-C, 'release resume' goes on where it stood."
    },
    footer = {"", "Exit codes: 0 complete, 1 declined, stopped or rolled back, 2 wrong usage."})
final class RunCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private DefinitionOption definition = new DefinitionOption();
  @Mixin private EvidenceOption evidence = new EvidenceOption();
  @Mixin private OperatorOption operator = new OperatorOption();
  @Mixin private AnchorOption anchor = new AnchorOption();
  @Mixin private ViewOptions view = new ViewOptions();

  @Option(
      names = "--at",
      paramLabel = "MOMENT",
      description =
          "T-0, such as 2026-11-25T18:00:00Z; what is due earlier waits for its time (default: now)")
  private @Nullable Instant at;

  @Option(names = "--previous", paramLabel = "VERSION", description = "what is running now")
  private @Nullable String previous;

  @Option(
      names = "--staging-record",
      paramLabel = "FILE",
      description = "record.json of the staging run, signed by its runner")
  private @Nullable Path stagingRecord;

  @Override
  public Integer call() throws IOException {
    EvidenceFolder folder = evidence.folder();
    if (folder.hasJournal()) {
      throw new Refusal(
          "%s holds a release already: resume it, or name another folder".formatted(folder.root()));
    }
    Outcome.Read read = definition.sound();
    KeyFolder keys = common.keys();
    Roster roster = keys.people();
    KeyFile by = operator.enrolled(roster);
    String text = Files.readString(definition.file());
    var pins = new PlannedFiles(definition).of(read.definition());
    Plan plan = plan(read.definition(), text, pins, roster);
    Stage stage = new Stage(folder, keys.runner(), anchor.anchor(keys));
    Console console = common.console();
    try (Watching watching = view.open(console, read.definition());
        Session session = Session.open(stage, watching.cast(folder.inbox()))) {
      session.begin(plan, text, by.name(), StagingRecord.facts(stagingRecord, keys));
      return Finish.of(console, folder, stage.key(), session.run(pins));
    }
  }

  private Plan plan(Definition checklist, String text, PinnedFiles pins, Roster roster) {
    Instant start = (at == null ? Instant.now() : at).truncatedTo(ChronoUnit.SECONDS);
    String tag = checklist.checklist().release();
    String stamp = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString().replaceAll("[-:]", "");
    return new Plan(
        tag + "-" + stamp,
        tag,
        Installation.detect().version(),
        previous == null ? checklist.checklist().previous() : previous,
        Digest.of(text.getBytes(StandardCharsets.UTF_8)),
        pins.now(),
        "run",
        1,
        start,
        roster);
  }
}
