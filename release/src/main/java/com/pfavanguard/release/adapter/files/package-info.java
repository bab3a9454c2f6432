/** Artifacts, logs and the place where both are kept. */
@NullMarked
package com.pfavanguard.release.adapter.files;

import org.jspecify.annotations.NullMarked;
