/** How numbers, dates and flags travel: the screen's structures and the grid's texts. */
@NullMarked
package com.pfavanguard.simulator.value;

import org.jspecify.annotations.NullMarked;
