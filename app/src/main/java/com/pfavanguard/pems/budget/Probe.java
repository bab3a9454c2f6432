package com.pfavanguard.pems.budget;

import com.pfavanguard.pems.PemsConnection;
import com.pfavanguard.pems.PemsFailure;
import java.util.Optional;

/** Asks PEMS something harmless that concerns no record, outside every budget. */
@FunctionalInterface
public interface Probe {
  /** Empty when PEMS answered it. */
  Optional<PemsFailure> send(PemsConnection connection);
}
