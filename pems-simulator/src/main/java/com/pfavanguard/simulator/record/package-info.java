/** A PFA record: its fields and their types. */
@NullMarked
package com.pfavanguard.simulator.record;

import org.jspecify.annotations.NullMarked;
