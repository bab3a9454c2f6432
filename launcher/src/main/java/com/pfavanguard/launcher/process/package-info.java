/** Child processes: started, watched, restarted, stopped in order, never left behind. */
@NullMarked
package com.pfavanguard.launcher.process;

import org.jspecify.annotations.NullMarked;
