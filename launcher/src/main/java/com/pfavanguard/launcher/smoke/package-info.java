/** The smoke test of a deployment. */
@NullMarked
package com.pfavanguard.launcher.smoke;

import org.jspecify.annotations.NullMarked;
