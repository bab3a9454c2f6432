package com.pfavanguard.launcher.smoke;

import com.pfavanguard.launcher.client.Answer;

/** Something a healthy deployment does; a failed one is the failure of its check. */
final class Expectation extends Exception {
  private Expectation(String message) {
    super(message);
  }

  static void that(boolean holds, String otherwise) throws Expectation {
    if (!holds) {
      throw new Expectation(otherwise);
    }
  }

  static void status(Answer answer, int expected) throws Expectation {
    that(answer.status() == expected, "expected HTTP " + expected + ", got " + answer.problem());
  }

  static void number(Answer answer, String field) throws Expectation {
    that(answer.body().path(field).isNumber(), "the answer has no number " + field);
  }
}
