package com.pfavanguard.trial.check;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line of PEMS's own log.
 *
 * @param version the record's counter after it
 * @param fields what changed, with the new values; empty when the write changed nothing
 */
public record PemsWrite(
    long sequence,
    RecordKey record,
    long version,
    String user,
    Action action,
    Map<String, @Nullable String> fields) {

  /** EDIT is a person at the PEMS screen; UPDATE came from the product. */
  public enum Action {
    ADD,
    UPDATE,
    DELETE,
    EDIT
  }

  boolean byProduct() {
    return action == Action.UPDATE;
  }
}
