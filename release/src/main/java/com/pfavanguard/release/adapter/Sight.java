package com.pfavanguard.release.adapter;

import tools.jackson.databind.node.ObjectNode;

/** What an actor saw when it looked for the effect of an act. */
public sealed interface Sight {

  /**
   * It is done.
   *
   * @param facts as {@link Deed.Done} would have told them, as far as they can be seen
   */
  record Done(ObjectNode facts) implements Sight {}

  /** It is not done: acting is safe. */
  record NotDone() implements Sight {}

  /** It cannot be told: a person must look. */
  record Unclear(String why) implements Sight {}
}
