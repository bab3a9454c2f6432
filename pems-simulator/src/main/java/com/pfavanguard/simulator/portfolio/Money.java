package com.pfavanguard.simulator.portfolio;

import com.pfavanguard.simulator.record.PfaField;
import com.pfavanguard.simulator.record.PfaRecord;
import java.math.BigDecimal;

/** Rental with a monthly rate or Purchase with a price, as planned and as forecast. */
final class Money {
  private static final int CENTS = 2;

  private Money() {}

  static void set(PfaRecord.Builder record, EquipmentKind.Terms terms, Dice dice) {
    boolean rental = dice.percent(terms.rentalPercent());
    record.set(PfaField.SOURCE, rental ? "Rental" : "Purchase");
    BigDecimal planned = amount(rental ? terms.rate() : terms.price(), dice);
    BigDecimal expected = drifted(planned, dice);
    record.set(rental ? PfaField.PLAN_MONTHLY_RATE : PfaField.PLAN_PURCHASE_PRICE, planned);
    record.set(rental ? PfaField.MONTHLY_RATE : PfaField.PURCHASE_PRICE, expected);
  }

  /** Cheap equipment is commoner than dear; rates are quoted in fives, a few to the cent. */
  private static BigDecimal amount(EquipmentKind.Range range, Dice dice) {
    double skewed = dice.fraction() * dice.fraction();
    long units = range.low() + Math.round(skewed * (range.high() - range.low()));
    long quoted = units / 5 * 5;
    int cents = dice.percent(15) ? dice.below(100) : 0;
    return BigDecimal.valueOf(quoted * 100 + cents, CENTS);
  }

  private static BigDecimal drifted(BigDecimal planned, Dice dice) {
    if (dice.percent(60)) {
      return planned;
    }
    int percent = 100 + dice.between(-12, 25);
    return BigDecimal.valueOf(planned.unscaledValue().longValueExact() * percent / 100, CENTS);
  }
}
