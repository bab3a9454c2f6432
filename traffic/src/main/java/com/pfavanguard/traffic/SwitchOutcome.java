package com.pfavanguard.traffic;

/** How a changeover ended. */
public sealed interface SwitchOutcome {

  /** The colour that leads now. */
  Colour active();

  /**
   * @param before the version that answered at the public address
   * @param after the version that answers there now
   */
  record Switched(Colour active, String before, String after) implements SwitchOutcome {}

  /** Nothing had to be done: this colour leads already, and it answers with this version. */
  record AlreadyThere(Colour active, String version) implements SwitchOutcome {}

  /** Nothing was changed. */
  record Refused(Colour active, String reason) implements SwitchOutcome {}

  /** It was turned, the public address did not answer as it must, and it was turned back. */
  record TurnedBack(Colour active, String reason) implements SwitchOutcome {}
}
