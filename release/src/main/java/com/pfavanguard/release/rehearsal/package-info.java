/**
 * A release on one machine, with embedded parts and people who are nobody: the whole checklist in
 * minutes, and what happens when something is broken on purpose.
 */
@NullMarked
package com.pfavanguard.release.rehearsal;

import org.jspecify.annotations.NullMarked;
