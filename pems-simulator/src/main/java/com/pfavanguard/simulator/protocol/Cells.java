package com.pfavanguard.simulator.protocol;

import org.jspecify.annotations.Nullable;

/** Comparing two values of one field. */
final class Cells {
  private Cells() {}

  /** An empty one comes last. */
  static int compare(@Nullable Object one, @Nullable Object other) {
    if (one == null || other == null) {
      return Boolean.compare(one == null, other == null);
    }
    return sameType(one, other);
  }

  @SuppressWarnings("unchecked") // both are values of one field, and all types of fields compare
  private static int sameType(Object one, Object other) {
    return ((Comparable<Object>) one).compareTo(other);
  }
}
