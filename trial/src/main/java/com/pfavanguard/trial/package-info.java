/** The trial: real processes under real harm, judged from outside. */
@NullMarked
package com.pfavanguard.trial;

import org.jspecify.annotations.NullMarked;
