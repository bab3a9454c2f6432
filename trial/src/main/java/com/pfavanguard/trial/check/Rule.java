package com.pfavanguard.trial.check;

import java.util.stream.Stream;

/** Looks for breaches of one promise. */
interface Rule {
  Stream<Violation> breaches(Case evidence);
}
