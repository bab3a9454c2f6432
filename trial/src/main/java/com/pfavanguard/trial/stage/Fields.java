package com.pfavanguard.trial.stage;

import java.util.List;

/** The fields that a trial edits, and so compares. */
public final class Fields {
  public static final List<String> TEXTS =
      List.of("description", "areaSilo", "manufacturer", "model");
  public static final String DATE = "forecastEnd";
  public static final String AMOUNT = "monthlyRate";

  /** All of them, the texts first. */
  public static final List<String> ALL =
      List.of("description", "areaSilo", "manufacturer", "model", DATE, AMOUNT);

  private Fields() {}
}
