package com.pfavanguard.release.story;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The way back, as far as it has gone. */
public final class Back {
  private final Instant begunAt;
  private final String scope;
  private final String because;
  private final String by;
  private final Map<String, Boolean> undone = new TreeMap<>();
  private @Nullable Instant endedAt;

  Back(Instant begunAt, String scope, String because, String by) {
    this.begunAt = begunAt;
    this.scope = scope;
    this.because = because;
    this.by = by;
  }

  void undone(String step, boolean well) {
    undone.put(step, well);
  }

  void ended(Instant at) {
    endedAt = at;
  }

  public Instant begunAt() {
    return begunAt;
  }

  public String scope() {
    return scope;
  }

  public String because() {
    return because;
  }

  /** A person, or {@code the runner}. */
  public String by() {
    return by;
  }

  public @Nullable Instant endedAt() {
    return endedAt;
  }

  public boolean hasUndone(String step) {
    return undone.containsKey(step);
  }

  /** Whether every undo went well. */
  public boolean isWhole() {
    return undone.values().stream().allMatch(Boolean::booleanValue);
  }
}
