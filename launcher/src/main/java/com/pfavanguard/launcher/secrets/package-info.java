/** Tries every credential of a deployment for real. */
@NullMarked
package com.pfavanguard.launcher.secrets;

import org.jspecify.annotations.NullMarked;
