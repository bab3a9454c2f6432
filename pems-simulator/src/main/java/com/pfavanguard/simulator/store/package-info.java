/** PEMS's memory: the generated base, what was written over it, and the journal of the writes. */
@NullMarked
package com.pfavanguard.simulator.store;

import org.jspecify.annotations.NullMarked;
