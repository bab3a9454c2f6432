/**
 * The evidence: an append-only, hash-chained, signed record of what a release did and saw, and
 * the\n * check that names the first entry that was changed.
 */
@NullMarked
package com.pfavanguard.release.journal;

import org.jspecify.annotations.NullMarked;
