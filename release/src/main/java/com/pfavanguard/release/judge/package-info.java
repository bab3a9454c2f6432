/**
 * From measurements to verdicts: typed quantities, five verdicts, and the one rule that only PASS\n
 * * opens a gate. Pure functions; nothing here reads a clock or a network.
 */
@NullMarked
package com.pfavanguard.release.judge;

import org.jspecify.annotations.NullMarked;
