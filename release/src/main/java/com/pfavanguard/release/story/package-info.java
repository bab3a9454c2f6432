/** What a journal tells, folded into what a runner, a view and a report need to know. */
@NullMarked
package com.pfavanguard.release.story;

import org.jspecify.annotations.NullMarked;
