/** A believable construction portfolio as a pure function of a seed. */
@NullMarked
package com.pfavanguard.simulator.portfolio;

import org.jspecify.annotations.NullMarked;
