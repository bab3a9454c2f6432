/** Backups that were compared with what they were taken from, and the way back. */
@NullMarked
package com.pfavanguard.operations.backup;

import org.jspecify.annotations.NullMarked;
