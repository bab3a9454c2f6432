package com.pfavanguard.simulator.fault;

import java.util.Map;
import java.util.Set;

/** Which requests a rule is about: for every part named, one of the values listed. */
record Match(Map<Part, Set<String>> wanted) {
  enum Part {
    OPERATION,
    ORGANIZATION,
    PFA_ID,
    REQUEST_TYPE,
    CURSOR;

    String of(Occasion occasion) {
      return switch (this) {
        case OPERATION -> occasion.operation();
        case ORGANIZATION -> occasion.organization();
        case PFA_ID -> occasion.pfaId();
        case REQUEST_TYPE -> occasion.requestType();
        case CURSOR -> occasion.cursor();
      };
    }
  }

  boolean covers(Occasion occasion) {
    return wanted.entrySet().stream()
        .allMatch(part -> part.getValue().contains(part.getKey().of(occasion)));
  }
}
