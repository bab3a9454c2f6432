package com.pfavanguard.pems.budget;

import com.pfavanguard.pems.PemsFailure;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/** Somebody who waits to send a request of an organization. */
final class Waiter {
  private final String organization;
  private final CompletableFuture<Turn> turn = new CompletableFuture<>();

  Waiter(String organization) {
    this.organization = organization;
  }

  /** What a waiter is given. */
  sealed interface Turn {}

  /**
   * A slot and a seat for the call; all in {@link System#nanoTime}.
   *
   * @param at when to send
   * @param usableUntil later it would reach PEMS bunched with others, and is given up
   */
  record Slot(long at, long usableUntil) implements Turn {
    /** Waits for the slot; false when it has passed by. */
    boolean reached() throws InterruptedException {
      TimeUnit.NANOSECONDS.sleep(at - System.nanoTime());
      return System.nanoTime() - usableUntil <= 0;
    }
  }

  record Refusal(PemsFailure.NotSent why) implements Turn {}

  String organization() {
    return organization;
  }

  /** Waits for the turn. */
  Turn await() throws InterruptedException {
    try {
      return turn.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** False when the waiter has gone. */
  boolean give(Turn given) {
    return turn.complete(given);
  }

  /**
   * Goes away.
   *
   * @return false when a turn was given already, which must then be given back
   */
  boolean leave() {
    return turn.cancel(false);
  }
}
