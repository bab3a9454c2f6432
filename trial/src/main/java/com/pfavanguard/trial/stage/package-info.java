/** The processes of a trial, and what can be done to them. */
@NullMarked
package com.pfavanguard.trial.stage;

import org.jspecify.annotations.NullMarked;
