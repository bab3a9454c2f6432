package com.pfavanguard.release.definition;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a step leaves behind, and so what a crash in the middle of it asks for. */
public enum Effect {
  none,
  reversible,
  @JsonProperty("once-only")
  once_only
}
