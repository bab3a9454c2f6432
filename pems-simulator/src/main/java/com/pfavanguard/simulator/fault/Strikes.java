package com.pfavanguard.simulator.fault;

import java.util.List;
import java.util.Optional;

/** All that goes wrong with one request. */
public record Strikes(List<Strike> all) {
  public static final Strikes NONE = new Strikes(List.of());

  /** The first fault of a kind. */
  public <F extends Fault> Optional<F> first(Class<F> kind) {
    for (Strike strike : all) {
      if (kind.isInstance(strike.fault())) {
        return Optional.of(kind.cast(strike.fault()));
      }
    }
    return Optional.empty();
  }

  public boolean has(Class<? extends Fault> kind) {
    return first(kind).isPresent();
  }
}
