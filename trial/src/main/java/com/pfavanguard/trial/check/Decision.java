package com.pfavanguard.trial.check;

import com.pfavanguard.trial.check.AuthorEdit.Shown;
import com.pfavanguard.trial.check.AuthorEdit.Span;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a person decided about an edit that waited for one, as they noted it; only what took effect.
 *
 * @param shown the record as they were shown it
 * @param values those that they chose themselves, instead of the author's; empty for the author's
 */
public record Decision(
    String modificationId,
    String by,
    Kind kind,
    Shown shown,
    Map<String, @Nullable String> values,
    Span span) {

  /** The ways to decide. */
  public enum Kind {
    /** A conflict: written after all, on the version shown. */
    WRITE,
    /** A dead letter: tried again on the base that its author had. */
    REPLAY,
    GIVE_UP
  }
}
