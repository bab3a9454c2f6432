/**
 * Where a release meets the world: sources that say what they saw, actors that do one thing and can
 * look whether it is done. The runner knows nothing else of production; everything here knows
 * nothing of the runner.
 */
@NullMarked
package com.pfavanguard.release.adapter;

import org.jspecify.annotations.NullMarked;
