package com.pfavanguard.simulator.protocol;

import com.pfavanguard.simulator.fault.Fault;
import com.pfavanguard.simulator.record.FieldType;
import com.pfavanguard.simulator.record.PfaField;
import java.util.Locale;

/**
 * A field as the tenant's schema shows it in one request.
 *
 * @param alias the grid's name of the column; upper-cased the screen's name of the field
 * @param type what the tenant says it is; drifted, it may be a text where the field is none
 * @param maxLength characters of a text, digits of a number
 * @param decimals digits after the point that a number may have
 */
record Column(PfaField field, String alias, FieldType type, int maxLength, int decimals) {
  private static final int FIRST_ALIAS_NUMBER = 10;
  private static final int DECIMALS = 6;

  static Column of(PfaField field) {
    int decimals = field.type() == FieldType.NUMBER ? DECIMALS : 0;
    return new Column(field, field.alias(), field.type(), field.maxLength(), decimals);
  }

  Column drifted(Fault.SchemaDrift drift) {
    return new Column(
        field,
        drift.rename().map(name -> name.toLowerCase(Locale.ROOT)).orElse(alias),
        drift.toText() ? FieldType.TEXT : type,
        drift.maxLength().orElse(maxLength),
        drift.precision().orElse(decimals));
  }

  /** The number that a cell of the grid names its column by. */
  int aliasNumber() {
    return FIRST_ALIAS_NUMBER + field.place();
  }

  String screenName() {
    return alias.toUpperCase(Locale.ROOT);
  }
}
