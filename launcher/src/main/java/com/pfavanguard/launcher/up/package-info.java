/** Everything on one machine. */
@NullMarked
package com.pfavanguard.launcher.up;

import org.jspecify.annotations.NullMarked;
