package com.pfavanguard.release.journal;

import java.util.List;

/** What a check of a journal found; numbers are those of entries, from 1. */
public sealed interface Finding {

  /** As it was written, as far as keys and anchors reach. */
  record Intact(List<Entry> entries, Head head) implements Finding {
    public Intact {
      entries = List.copyOf(entries);
    }
  }

  /** Entry {@code number} was changed, or was not written by the runner. */
  record Edited(long number, String how) implements Finding {}

  /** Entry {@code number} is gone. */
  record Deleted(long number) implements Finding {}

  /** Entry {@code number} stands elsewhere. */
  record Reordered(long number) implements Finding {}

  /** Entries {@code number} to {@code anchored} and maybe more are cut off. */
  record Truncated(long number, long anchored) implements Finding {}
}
