package com.pfavanguard.launcher.audit;

import org.jspecify.annotations.Nullable;

/**
 * Where an organization's audit is first seen not to be what was sealed.
 *
 * @param entry its id, where one entry is to blame
 * @param seal the link at which it shows
 */
record Violation(
    Kind kind, String organization, @Nullable Long entry, @Nullable Long seal, String message) {

  /** The names in {@code --json}. */
  enum Kind {
    edited,
    missing,
    reordered,
    inserted,
    seal_missing,
    seal_altered,
    truncated,
    head_unknown
  }
}
