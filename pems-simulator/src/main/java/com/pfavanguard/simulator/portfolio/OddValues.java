package com.pfavanguard.simulator.portfolio;

import com.pfavanguard.simulator.record.PfaField;
import com.pfavanguard.simulator.record.PfaRecord;
import java.math.BigDecimal;
import java.time.LocalDate;

/** Odd but legal values, a few records in every five hundred, so that every reader meets them. */
final class OddValues {
  private static final int PERIOD = 500;
  private static final String LONG_TEXT =
      "Long lead item, see the rental agreement for stand-by, overtime and double-shift terms; "
          .repeat(3)
          .substring(0, 240);

  private OddValues() {}

  static void apply(PfaRecord.Builder record, int index) {
    switch (index % PERIOD) {
      case 7 -> record.set(PfaField.DESCRIPTION, "Grúa móvil 80 t – Żuraw / クレーン 🏗 №7");
      case 13 -> record.set(PfaField.DESCRIPTION, LONG_TEXT);
      case 29 ->
          record.set(PfaField.DESCRIPTION, "Pump 6\", \"rental\", O'Brien & Sons <B>; 50%\\");
      case 31 -> record.set(PfaField.DESCRIPTION, "=SUM(A1:A9)+cmd|' /C calc'!A0");
      case 37 -> free(record);
      case 41 -> record.set(rateOrPrice(record), new BigDecimal("12345.678901"));
      case 43 -> leapDay(record);
      case 47 -> noForecast(record);
      case 53 -> turnOfYear(record);
      case 59 -> eighteenDigits(record);
      case 61 -> record.set(PfaField.MANUFACTURER, null).set(PfaField.MODEL, null);
      case 67 -> record.set(PfaField.FORECAST_END, record.get(PfaField.FORECAST_START));
      case 71 -> record.set(PfaField.MODEL, "  spaced  out ");
      case 73 -> openEnded(record);
      default -> {}
    }
  }

  private static PfaField rateOrPrice(PfaRecord.Builder record) {
    return "Rental".equals(record.get(PfaField.SOURCE))
        ? PfaField.MONTHLY_RATE
        : PfaField.PURCHASE_PRICE;
  }

  private static void free(PfaRecord.Builder record) {
    record.set(rateOrPrice(record), BigDecimal.ZERO);
  }

  private static void leapDay(PfaRecord.Builder record) {
    record.set(PfaField.FORECAST_START, LocalDate.of(2024, 2, 29));
    record.set(PfaField.FORECAST_END, LocalDate.of(2028, 2, 29));
  }

  private static void turnOfYear(PfaRecord.Builder record) {
    record.set(PfaField.FORECAST_START, LocalDate.of(2027, 1, 1));
    record.set(PfaField.FORECAST_END, LocalDate.of(2027, 12, 31));
  }

  private static void noForecast(PfaRecord.Builder record) {
    record.set(PfaField.FORECAST_START, null).set(PfaField.FORECAST_END, null);
  }

  /** Discontinued, so that an absurd amount does not drown every total. */
  private static void eighteenDigits(PfaRecord.Builder record) {
    record.set(rateOrPrice(record), new BigDecimal("123456789012.345678"));
    record.set(PfaField.IS_DISCONTINUED, true);
  }

  private static void openEnded(PfaRecord.Builder record) {
    record.set(PfaField.IS_ACTUALIZED, true);
    record.set(PfaField.ACTUAL_START, LocalDate.of(2026, 6, 15));
    record.set(PfaField.ACTUAL_END, null);
  }
}
