package com.pfavanguard.pems.budget;

import java.time.Duration;

/**
 * The one sequence of slots of a connection, shared by all processes. The store's own clock
 * decides, so that the clocks of the processes do not matter. Safe for many threads.
 */
interface Slots {
  /**
   * Books slots that follow one another.
   *
   * @return time until the first; not above zero where slots were saved up
   * @throws RuntimeException when the store cannot be reached: then nothing may be sent
   */
  Duration book(String connectionId, Pace pace, int wanted);
}
