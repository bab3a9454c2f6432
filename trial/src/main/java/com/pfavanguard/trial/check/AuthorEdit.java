package com.pfavanguard.trial.check;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A committed edit as its author noted it, whatever became of it.
 *
 * @param wanted the fields it sets; every value is used once per record and field in a trial, so
 *     that a value in PEMS names its edit
 */
public record AuthorEdit(
    String modificationId,
    String author,
    RecordKey record,
    Shown shown,
    Map<String, @Nullable String> wanted,
    Span committed) {

  /** What the author was shown before editing. */
  public record Shown(long version, Map<String, @Nullable String> fields) {}

  /** From the first sending of the commit to the answer that settled it, in the trial's nanos. */
  public record Span(long sent, long answered) {
    boolean wholeBefore(Span other) {
      return answered < other.sent;
    }
  }
}
