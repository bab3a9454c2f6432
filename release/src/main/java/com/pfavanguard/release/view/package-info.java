/** What the person on duty sees while a release runs. */
@NullMarked
package com.pfavanguard.release.view;

import org.jspecify.annotations.NullMarked;
