package com.pfavanguard.release.story;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How far one step has come. */
public final class StepStory {
  /** Where the act stands. */
  public enum Act {
    NONE,
    /** Intended, and nobody has told how it ended: look before anything else. */
    INTENDED,
    DONE,
    FAILED
  }

  private final Instant begunAt;
  private @Nullable Instant endedAt;
  private @Nullable Instant waitingSince;
  private Duration waited = Duration.ZERO;
  private Act act = Act.NONE;
  private String outcome = "";
  private boolean warned;
  private boolean breached;

  StepStory(Instant begunAt) {
    this.begunAt = begunAt;
  }

  void act(Act now) {
    act = now;
  }

  void warned() {
    warned = true;
  }

  void breached() {
    breached = true;
  }

  void waits(Instant at) {
    waitingSince = waitingSince == null ? at : waitingSince;
  }

  void waitsNoMore(Instant at) {
    if (waitingSince != null) {
      waited = waited.plus(Duration.between(waitingSince, at));
      waitingSince = null;
    }
  }

  void ended(Instant at, String how) {
    waitsNoMore(at);
    endedAt = at;
    outcome = how;
  }

  public Instant begunAt() {
    return begunAt;
  }

  public @Nullable Instant endedAt() {
    return endedAt;
  }

  public boolean isEnded() {
    return endedAt != null;
  }

  public Act act() {
    return act;
  }

  /** {@code done} or {@code skipped}; nothing while it goes on. */
  public String outcome() {
    return outcome;
  }

  public boolean isWarned() {
    return warned;
  }

  public boolean isBreached() {
    return breached;
  }

  /** What people took, up to now. */
  public Duration waited(Instant now) {
    return waitingSince == null ? waited : waited.plus(Duration.between(waitingSince, now));
  }

  /** What the step itself took, up to now or to its end: without people's time. */
  public Duration elapsed(Instant now) {
    Instant until = endedAt == null ? now : endedAt;
    return Duration.between(begunAt, until).minus(waited(until));
  }
}
