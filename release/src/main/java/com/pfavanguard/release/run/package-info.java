/** Walks a definition's phases, gates and steps so that a crash at any moment changes nothing. */
@NullMarked
package com.pfavanguard.release.run;

import org.jspecify.annotations.NullMarked;
