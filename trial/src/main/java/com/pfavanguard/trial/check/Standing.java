package com.pfavanguard.trial.check;

/** Where the product says that an edit stands. */
public sealed interface Standing {
  record Synced() implements Standing {}

  record Superseded(String by) implements Standing {}

  /** An unresolved conflict, also one whose resolution waits for a second person. */
  record InConflict() implements Standing {}

  /**
   * @param answer what PEMS said, as the product shows it
   */
  record DeadLetter(String answer) implements Standing {}

  /** Given up; the name is empty when the product cannot say by whom. */
  record Discarded(String by) implements Standing {}

  /** Queued or in flight, or any state the trial does not know. */
  record Open(String state) implements Standing {}
}
