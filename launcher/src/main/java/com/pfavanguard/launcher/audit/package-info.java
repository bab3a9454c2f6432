/**
 * Checks the audit's chain against the entries, with the operator's eyes and without trust in the
 * product's own code: the digests are computed here once more.
 */
@NullMarked
package com.pfavanguard.launcher.audit;

import org.jspecify.annotations.NullMarked;
