/** Tags, and what is written down about a release. */
@NullMarked
package com.pfavanguard.release.adapter.git;

import org.jspecify.annotations.NullMarked;
