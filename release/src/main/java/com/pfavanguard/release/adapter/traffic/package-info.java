/** The switch between two versions, and the processes behind it. */
@NullMarked
package com.pfavanguard.release.adapter.traffic;

import org.jspecify.annotations.NullMarked;
