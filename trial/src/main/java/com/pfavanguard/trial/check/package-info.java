/**
 * The independent checker: a pure function from what PEMS witnessed and what the authors noted to
 * the promises that were broken. It shares no code with the engine.
 */
@NullMarked
package com.pfavanguard.trial.check;

import org.jspecify.annotations.NullMarked;
