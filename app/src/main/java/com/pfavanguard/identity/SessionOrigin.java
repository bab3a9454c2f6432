package com.pfavanguard.identity;

import org.jspecify.annotations.Nullable;

/**
 * Where a session was opened from, shown to its owner so that a foreign one stands out.
 *
 * @param userAgent as the client names itself, cut to 200 characters
 */
public record SessionOrigin(@Nullable String address, @Nullable String userAgent) {
  /** Not opened by a request. */
  public static final SessionOrigin UNKNOWN = new SessionOrigin(null, null);

  private static final int LONGEST = 200;

  public SessionOrigin {
    if (userAgent != null && userAgent.length() > LONGEST) {
      userAgent = userAgent.substring(0, LONGEST);
    }
  }
}
