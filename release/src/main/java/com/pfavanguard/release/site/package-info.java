/** A deployment as its definition and the environment name it: real adapters for a real release. */
@NullMarked
package com.pfavanguard.release.site;

import org.jspecify.annotations.NullMarked;
