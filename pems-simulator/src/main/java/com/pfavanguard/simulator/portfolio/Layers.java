package com.pfavanguard.simulator.portfolio;

import com.pfavanguard.simulator.record.PfaField;
import com.pfavanguard.simulator.record.PfaRecord;
import java.time.LocalDate;

/** Plan, forecast and actual dates: the forecast drifts from the plan, the actual from both. */
final class Layers {
  private static final long FIRST_START = LocalDate.of(2024, 3, 1).toEpochDay();
  private static final long TODAY = RecordMaker.TODAY.toEpochDay();
  private static final int START_DAYS = 1500;
  private static final int MONTH = 30;

  private Layers() {}

  static void set(PfaRecord.Builder record, EquipmentKind.Range months, Dice dice) {
    long planStart = FIRST_START + dice.below(START_DAYS);
    int length = dice.between(months.low() * MONTH, months.high() * MONTH);
    record.set(PfaField.PLAN_START, date(planStart));
    record.set(PfaField.PLAN_END, date(planStart + length));
    long start = planStart;
    int days = length;
    if (dice.percent(45)) {
      start += dice.between(-30, 90);
      days = Math.max(1, length + dice.between(-length / 5, length / 3));
    }
    record.set(PfaField.FORECAST_START, date(start));
    record.set(PfaField.FORECAST_END, date(start + days));
    actual(record, start, days, dice);
  }

  private static void actual(PfaRecord.Builder record, long start, int days, Dice dice) {
    boolean onSite = start < TODAY && dice.percent(75);
    record.set(PfaField.IS_ACTUALIZED, onSite);
    if (!onSite) {
      return;
    }
    long begun = Math.min(TODAY, start + dice.between(-7, 21));
    long ended = begun + days + dice.between(-days / 10, 30);
    record.set(PfaField.ACTUAL_START, date(begun));
    if (ended <= TODAY && dice.percent(85)) {
      record.set(PfaField.ACTUAL_END, date(ended));
    }
  }

  private static LocalDate date(long epochDay) {
    return LocalDate.ofEpochDay(epochDay);
  }
}
