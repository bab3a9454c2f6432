package com.pfavanguard.release.verify;

import com.pfavanguard.release.definition.Definition;
import com.pfavanguard.release.definition.DefinitionReader;
import com.pfavanguard.release.evidence.Anchor;
import com.pfavanguard.release.evidence.EvidenceFolder;
import com.pfavanguard.release.journal.Entry;
import com.pfavanguard.release.journal.Finding;
import com.pfavanguard.release.journal.Head;
import com.pfavanguard.release.journal.JournalCheck;
import com.pfavanguard.release.journal.JournalReader;
import com.pfavanguard.release.story.Story;
import java.io.IOException;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads evidence as a stranger would: chain, signatures and anchors of the journal, each answer by
 * its hash and each verdict judged again, each word of people by its signature, each made file made
 * again, and no file that nobody knows.
 */
public final class Verification {
  private final EvidenceFolder folder;
  private final PublicKey key;
  private final Anchor anchor;

  /**
   * @param key of the runner, as enrolled: never taken from the evidence
   */
  public Verification(EvidenceFolder folder, PublicKey key, Anchor anchor) {
    this.folder = folder;
    this.key = key;
    this.anchor = anchor;
  }

  /**
   * @param problems nothing when all of it is as it was left
   * @param entries of the journal, as far as it is sound
   * @param anchors that were held against it; without any, a journal that was cut short looks whole
   */
  public record Result(List<String> problems, int entries, int anchors) {
    public Result {
      problems = List.copyOf(problems);
    }

    public boolean isIntact() {
      return problems.isEmpty();
    }
  }

  public Result verify() throws IOException {
    List<Head> anchors = anchors();
    return switch (new JournalCheck(key, anchors).check(folder.journal())) {
      case Finding.Intact intact -> rest(intact.entries(), anchors.size());
      case Finding finding -> new Result(List.of(sentence(finding)), 0, anchors.size());
    };
  }

  private Result rest(List<Entry> entries, int anchors) throws IOException {
    Story story = Story.of(entries);
    if (!story.isBegun()) {
      return new Result(List.of("the journal does not begin with a plan"), entries.size(), anchors);
    }
    List<String> problems = new ArrayList<>(new AnswerCheck(folder, entries).problems());
    if (anchors == 0) {
      problems.add("nothing is anchored at %s for this release".formatted(anchor.address()));
    }
    problems.addAll(new PeopleCheck(story, entries).problems());
    if (problems.isEmpty()) {
      String text = folder.answers().text(story.plan().definition());
      Definition definition = DefinitionReader.kept(text);
      problems.addAll(new FileCheck(folder, key, definition, entries).problems());
    }
    return new Result(problems, entries.size(), anchors);
  }

  /** By the release that the first entry names: a forged name finds no anchors, and is told. */
  private List<Head> anchors() throws IOException {
    try {
      List<Entry> entries = JournalReader.entries(folder.journal());
      return anchor.kept(Story.of(entries).plan().release());
    } catch (IOException | RuntimeException e) {
      return List.of(); // the check of the journal says what is wrong with it
    }
  }

  private static String sentence(Finding finding) {
    return switch (finding) {
      case Finding.Intact intact -> "";
      case Finding.Edited edited ->
          "journal entry %d was edited: %s".formatted(edited.number(), edited.how());
      case Finding.Deleted deleted -> "journal entry %d is gone".formatted(deleted.number());
      case Finding.Reordered moved -> "journal entry %d stands elsewhere".formatted(moved.number());
      case Finding.Truncated cut ->
          "the journal is cut off at entry %d; %d were anchored"
              .formatted(cut.number(), cut.anchored());
    };
  }
}
