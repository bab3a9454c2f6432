package com.pfavanguard.launcher.up;

import com.pfavanguard.launcher.console.Console;
import com.pfavanguard.launcher.console.Refusal;
import com.pfavanguard.launcher.process.Child;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Waits for several processes at once and shows how far they are. */
final class Steps {
  private static final Duration LOOK_AGAIN = Duration.ofMillis(50);
  // The simulator may have a million records to make; a process that dies is noticed at once.
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final Console console;
  private final List<Step> waiting = new ArrayList<>();

  private record Step(Child child, Readiness readiness, long begun) {
    String elapsed() {
      return "%.1f s".formatted((System.nanoTime() - begun) / 1e9);
    }
  }

  Steps(Console console) {
    this.console = console;
  }

  void add(Child child, Readiness readiness) {
    waiting.add(new Step(child, readiness, System.nanoTime()));
  }

  /**
   * Returns when all are ready; from then on their deaths are repaired.
   *
   * @throws Refusal when one dies, or takes more than ten minutes
   */
  void await() throws IOException, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!waiting.isEmpty()) {
      look();
      if (System.nanoTime() > deadline) {
        throw new Refusal("not ready after ten minutes: " + names());
      }
      if (!waiting.isEmpty()) {
        console.status("starting " + names());
        Thread.sleep(LOOK_AGAIN);
      }
    }
    console.status("");
  }

  private void look() throws IOException, InterruptedException {
    for (Step step : List.copyOf(waiting)) {
      step.child.requireAlive();
      Optional<String> description = step.readiness.look();
      if (description.isPresent()) {
        step.child.markReady();
        waiting.remove(step);
        console.say(
            "  %-10s %7s  %s".formatted(step.child.spec(), step.elapsed(), description.get()));
      }
    }
  }

  private String names() {
    return waiting.stream()
        .map(step -> step.child.spec() + " " + step.elapsed())
        .collect(Collectors.joining(", "));
  }
}
