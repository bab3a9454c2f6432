package com.pfavanguard.release.definition;

/** Who does a step: the tool, a person, or the tool with a person's answers. */
public enum Mode {
  auto,
  assisted,
  manual
}
