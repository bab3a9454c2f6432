package com.pfavanguard.release.story;

import com.pfavanguard.release.journal.Entry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/** The journal and the story it tells, grown together: first on disk, then known. */
public final class Chronicle {
  /** Where entries are kept. */
  @FunctionalInterface
  public interface Log {
    Entry append(String kind, ObjectNode body) throws IOException;
  }

  private final Log log;
  private final Story story;
  private final Consumer<Entry> readers;

  public Chronicle(Log log, Story story, Consumer<Entry> readers) {
    this.log = log;
    this.story = story;
    this.readers = readers;
  }

  /**
   * @throws UncheckedIOException when it cannot be kept: nothing may go on unrecorded
   */
  public Entry tell(Kind kind, ObjectNode body) {
    try {
      Entry entry = log.append(kind.word(), body);
      story.add(entry);
      readers.accept(entry);
      return entry;
    } catch (IOException e) {
      throw new UncheckedIOException("the journal cannot be written", e);
    }
  }

  public Story story() {
    return story;
  }
}
