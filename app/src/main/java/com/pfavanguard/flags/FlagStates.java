package com.pfavanguard.flags;

import java.util.Map;

/**
 * All flags at one moment.
 *
 * @param global by flag name
 * @param overrides by flag name and organization id
 * @param notices by flag name
 */
record FlagStates(
    Map<String, Boolean> global,
    Map<String, Map<String, Boolean>> overrides,
    Map<String, Notice> notices) {

  boolean enabled(String flag) {
    return global.getOrDefault(flag, false);
  }

  /** An organization without an override of its own follows everybody. */
  boolean enabledFor(String flag, String organizationId) {
    return overrides.getOrDefault(flag, Map.of()).getOrDefault(organizationId, enabled(flag));
  }

  Notice notice(String flag) {
    return notices.getOrDefault(flag, Notice.NONE);
  }
}
