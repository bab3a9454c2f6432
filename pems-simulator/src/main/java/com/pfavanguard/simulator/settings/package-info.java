/** The points that tenants differ in, as switches. */
@NullMarked
package com.pfavanguard.simulator.settings;

import org.jspecify.annotations.NullMarked;
