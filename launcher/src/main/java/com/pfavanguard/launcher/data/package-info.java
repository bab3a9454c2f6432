/** The kept data directory: its marker, lock, secrets and run.json. */
@NullMarked
package com.pfavanguard.launcher.data;

import org.jspecify.annotations.NullMarked;
