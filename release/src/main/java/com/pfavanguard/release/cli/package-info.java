/** The commands of ./vanguard release. */
@NullMarked
package com.pfavanguard.release.cli;

import org.jspecify.annotations.NullMarked;
