package com.pfavanguard.release.run;

import com.pfavanguard.release.definition.Definition.Ask;

/** What an answer to a question looks like. */
public final class AnswerForm {
  private AnswerForm() {}

  public static boolean fits(Ask ask, String value) {
    return switch (ask.answer()) {
      case "yes-no" -> value.equals("yes") || value.equals("no");
      case "number" -> value.matches("\\d{1,9}(\\.\\d{1,6})?");
      case "choice" -> ask.choices() != null && ask.choices().contains(value);
      default -> !value.isBlank();
    };
  }

  /** For people. */
  public static String of(Ask ask) {
    return switch (ask.answer()) {
      case "yes-no" -> "yes or no";
      case "number" -> "a number";
      case "choice" -> "one of " + ask.choices();
      default -> "some words";
    };
  }
}
