/** The completed checklist: a pure function of the journal. */
@NullMarked
package com.pfavanguard.release.report;

import org.jspecify.annotations.NullMarked;
