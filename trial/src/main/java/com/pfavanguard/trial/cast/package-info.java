/** Who takes part: authors, people at the PEMS screen, and what they note. */
@NullMarked
package com.pfavanguard.trial.cast;

import org.jspecify.annotations.NullMarked;
