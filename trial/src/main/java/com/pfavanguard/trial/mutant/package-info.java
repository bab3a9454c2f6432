/** The engine broken on purpose, from outside: proxies and configuration, never a switch in it. */
@NullMarked
package com.pfavanguard.trial.mutant;

import org.jspecify.annotations.NullMarked;
