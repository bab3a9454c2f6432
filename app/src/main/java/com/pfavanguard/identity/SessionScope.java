package com.pfavanguard.identity;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a session may do of what its user may do.
 *
 * @param permissions null for all of the user's
 * @param organizations ids; null for all of the user's
 */
public record SessionScope(
    @Nullable Set<Permission> permissions, @Nullable List<String> organizations) {
  /** Everything the user may do. */
  public static final SessionScope WHOLE = new SessionScope(null, null);
}
