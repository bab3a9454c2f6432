package com.pfavanguard.release.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Supplier;

/** A clock that goes when somebody waits, and work that takes the time that it says it takes. */
final class SimulatedPace implements Pace {
  private static final Duration LONGEST = Duration.ofDays(10);

  private final Instant begun = Instant.parse("2026-11-25T12:00:00Z");
  private Instant now = begun;
  private Runnable meanwhile = () -> {};

  @Override
  public Clock clock() {
    return new Clock() {
      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return this;
      }

      @Override
      public Instant instant() {
        return now;
      }
    };
  }

  @Override
  public void pass(Duration time) {
    now = now.plus(time);
    if (Duration.between(begun, now).compareTo(LONGEST) > 0) {
      throw new AssertionError("it waits for ever");
    }
  }

  /** For an act in the middle of its work. */
  void work(Duration time) {
    Instant end = now.plus(time);
    while (now.isBefore(end)) {
      pass(Duration.ofSeconds(1));
      meanwhile.run();
    }
  }

  @Override
  public <T> T during(Supplier<T> work, Runnable others) {
    Runnable before = meanwhile;
    meanwhile = others;
    try {
      return work.get();
    } finally {
      meanwhile = before;
    }
  }

  @Override
  public <T> List<T> together(List<Supplier<T>> questions, T late) {
    return questions.stream().map(Supplier::get).toList();
  }

  Instant now() {
    return now;
  }
}
