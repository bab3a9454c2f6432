/** Faults on request, seeded so that a run repeats. */
@NullMarked
package com.pfavanguard.simulator.fault;

import org.jspecify.annotations.NullMarked;
