/** The control API for tests and demonstrations; loopback only. */
@NullMarked
package com.pfavanguard.simulator.control;

import org.jspecify.annotations.NullMarked;
