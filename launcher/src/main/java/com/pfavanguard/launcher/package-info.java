/** The {@code ./vanguard} command line. */
@NullMarked
package com.pfavanguard.launcher;

import org.jspecify.annotations.NullMarked;
