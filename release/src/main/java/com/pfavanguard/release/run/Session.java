package com.pfavanguard.release.run;

import com.pfavanguard.release.adapter.Adapters;
import com.pfavanguard.release.adapter.Release;
import com.pfavanguard.release.definition.Definition;
import com.pfavanguard.release.definition.DefinitionReader;
import com.pfavanguard.release.evidence.EvidenceFolder;
import com.pfavanguard.release.journal.Entry;
import com.pfavanguard.release.journal.Finding;
import com.pfavanguard.release.journal.Journal;
import com.pfavanguard.release.journal.JournalCheck;
import com.pfavanguard.release.journal.Signer;
import com.pfavanguard.release.people.Keys;
import com.pfavanguard.release.story.Chronicle;
import com.pfavanguard.release.story.Plan;
import com.pfavanguard.release.story.Story;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * One runner at one journal. The journal's lock is the fence: a second runner is refused with
 * {@link com.pfavanguard.release.journal.JournalBusy}.
 */
public final class Session implements AutoCloseable {
  private final Stage stage;
  private final Cast cast;
  private final Journal journal;
  private final Chronicle chronicle;

  private Session(Stage stage, Cast cast, Journal journal, Chronicle chronicle) {
    this.stage = stage;
    this.cast = cast;
    this.journal = journal;
    this.chronicle = chronicle;
  }

  /**
   * @throws IOException also when the journal that is there is not as a runner left it
   */
  public static Session open(Stage stage, Cast cast) throws IOException {
    EvidenceFolder folder = stage.folder();
    Files.createDirectories(folder.root());
    Journal journal =
        Journal.open(folder.journal(), new Signer(stage.key().key()), cast.pace().clock());
    try {
      Story story = Story.of(entries(stage));
      Chronicle chronicle = new Chronicle(journal::append, story, cast.audience()::entry);
      return new Session(stage, cast, journal, chronicle);
    } catch (IOException | RuntimeException e) {
      journal.close();
      throw e;
    }
  }

  private static List<Entry> entries(Stage stage) throws IOException {
    JournalCheck check = new JournalCheck(stage.key().publicKey(), List.of());
    return switch (check.check(stage.folder().journal())) {
      case Finding.Intact intact -> intact.entries();
      case Finding other -> throw new IOException("the journal is not as it was left: " + other);
    };
  }

  public Story story() {
    return chronicle.story();
  }

  /**
   * @param definition text of the definition's file: it is kept with the evidence
   * @param by who runs the release, and so approves nothing
   */
  public void begin(Plan plan, String definition, String by, ObjectNode facts) throws IOException {
    stage.folder().answers().keep(definition);
    Beginning.begin(chronicle, plan, by, Keys.text(stage.key().publicKey()), facts);
  }

  public void resume(String by) {
    Beginning.resume(chronicle, by);
  }

  /**
   * Until the release is over.
   *
   * @return how it ended, as {@link Story#outcome}
   */
  public String run(Pins pins) throws IOException {
    Definition definition =
        DefinitionReader.kept(stage.folder().answers().text(plan().definition()));
    Release release = release();
    Adapters adapters = cast.equipment().open(definition, release);
    World world =
        new World(
            adapters,
            cast.voices(),
            stage.folder().answers(),
            cast.pace(),
            cast.audience(),
            this::anchor);
    return new Runner(definition, release, chronicle, world, pins).run();
  }

  private void anchor() {
    try {
      stage.anchor().keep(plan().release(), journal.head());
    } catch (IOException e) {
      throw new UncheckedIOException(
          "the journal's head cannot be kept at %s: without it nothing goes on"
              .formatted(stage.anchor().address()),
          e);
    }
  }

  private Plan plan() {
    return story().plan();
  }

  private Release release() {
    Plan plan = plan();
    return new Release(
        plan.release(), plan.tag(), plan.version(), plan.previous(), stage.folder().root());
  }

  @Override
  public void close() throws IOException {
    journal.close();
  }
}
