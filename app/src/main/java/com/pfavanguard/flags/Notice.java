package com.pfavanguard.flags;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a flag tells people, as operators wrote it into its row.
 *
 * @param level {@code banner}, {@code page} or null
 * @param startsAt when it is announced to begin
 * @param endsAt the announced end
 */
public record Notice(
    @Nullable String message,
    @Nullable String level,
    @Nullable Instant startsAt,
    @Nullable Instant endsAt) {
  static final Notice NONE = new Notice(null, null, null, null);
}
