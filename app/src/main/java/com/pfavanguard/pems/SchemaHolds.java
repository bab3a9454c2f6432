package com.pfavanguard.pems;

import com.pfavanguard.kernel.PfaField;
import java.util.List;
import java.util.Set;

/**
 * Holds on fields whose place in PEMS has changed. A hold ends by itself when the place is as it
 * was again.
 */
public interface SchemaHolds {
  /**
   * Compares what a tenant says now with what it said first; opens and ends holds.
   *
   * @return the fields on hold now
   */
  Set<PfaField> compare(String connectionId, GridSchema seen);

  /** Forgets what the tenant said of the field first: what it says next is right. */
  FieldHold accept(FieldHold hold);

  /** What the tenant said of our fields; empty before it was first asked. */
  GridSchema known(String connectionId);

  /** Every hold of every connection that has not ended. */
  List<FieldHold> open();

  /** The fields of a connection that are on hold. */
  default Set<PfaField> held(String connectionId) {
    return open().stream()
        .filter(hold -> hold.connectionId().equals(connectionId))
        .map(FieldHold::field)
        .collect(java.util.stream.Collectors.toSet());
  }
}
