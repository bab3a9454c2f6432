package com.pfavanguard.simulator.fault;

/** Which of the requests that a rule covers it strikes. */
sealed interface Trigger {
  /** All of them. */
  record Always() implements Trigger {}

  /** A share between 0 and 1, by seeded chance. */
  record Rate(double share) implements Trigger {}

  /** The first so many. */
  record Count(int times) implements Trigger {}

  /** Those numbered so, counting from 1, both ends included. */
  record Between(int from, int to) implements Trigger {}

  /** Each so-manieth. */
  record Every(int step) implements Trigger {}

  /** Those within a span of milliseconds since the rules were set. */
  record Within(long fromMillis, long toMillis) implements Trigger {}

  /**
   * Decides for one request.
   *
   * @param number which of the covered requests it is, from 1
   * @param chance the request's seeded chance between 0 and 1
   * @param millis since the rules were set
   */
  default boolean strikes(int number, double chance, long millis) {
    return switch (this) {
      case Always _ -> true;
      case Rate(double share) -> chance < share;
      case Count(int times) -> number <= times;
      case Between(int from, int to) -> number >= from && number <= to;
      case Every(int step) -> number % step == 0;
      case Within(long from, long to) -> millis >= from && millis < to;
    };
  }
}
