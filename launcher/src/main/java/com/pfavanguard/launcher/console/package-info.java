/** What the person at the terminal sees. */
@NullMarked
package com.pfavanguard.launcher.console;

import org.jspecify.annotations.NullMarked;
