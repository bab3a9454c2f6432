/** {@code ./vanguard bench}: measurements on real processes of their own. */
@NullMarked
package com.pfavanguard.trial.bench;

import org.jspecify.annotations.NullMarked;
