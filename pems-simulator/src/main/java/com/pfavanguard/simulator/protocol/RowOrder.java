package com.pfavanguard.simulator.protocol;

import com.pfavanguard.simulator.record.PfaField;

/** The order of a grid's rows. */
record RowOrder(PfaField field, boolean descending) {
  static final RowOrder BY_ID = new RowOrder(PfaField.PFA_ID, false);

  boolean isById() {
    return field == PfaField.PFA_ID && !descending;
  }
}
