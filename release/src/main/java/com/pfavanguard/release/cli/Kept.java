package com.pfavanguard.release.cli;

import com.pfavanguard.launcher.console.Refusal;
import com.pfavanguard.release.definition.Definition;
import com.pfavanguard.release.definition.DefinitionReader;
import com.pfavanguard.release.evidence.EvidenceFolder;
import com.pfavanguard.release.journal.Entry;
import com.pfavanguard.release.journal.JournalReader;
import com.pfavanguard.release.story.Story;
import java.io.IOException;
import java.util.List;

/**
 * A release as its folder tells it, read without the journal's lock: for those who look while the
 * runner runs. Signatures are for 'release verify'.
 */
record Kept(Definition definition, List<Entry> entries, Story story) {

  static Kept in(EvidenceFolder folder) throws IOException {
    List<Entry> entries = JournalReader.entries(folder.journal());
    Story story = Story.of(entries);
    if (!story.isBegun()) {
      throw new Refusal("the journal in %s does not begin with a plan".formatted(folder.root()));
    }
    String text = folder.answers().text(story.plan().definition());
    return new Kept(DefinitionReader.kept(text), entries, story);
  }
}
