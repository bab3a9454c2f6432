/** The REST services of PEMS. */
@NullMarked
package com.pfavanguard.simulator.protocol;

import org.jspecify.annotations.NullMarked;
