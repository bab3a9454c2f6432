/** The switch that keeps people from writing. */
@NullMarked
package com.pfavanguard.operations.maintenance;

import org.jspecify.annotations.NullMarked;
