/**
 * A program that speaks the PEMS wire protocol: it proves agreement with that protocol's page, not
 * with a live tenant.
 */
@NullMarked
package com.pfavanguard.simulator;

import org.jspecify.annotations.NullMarked;
