/** The embedded PostgreSQL: unpacked, initialised with passwords only, run as a child. */
@NullMarked
package com.pfavanguard.launcher.postgres;

import org.jspecify.annotations.NullMarked;
