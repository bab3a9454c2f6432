/** Credentials, pages and smoke tests, tried for real. */
@NullMarked
package com.pfavanguard.release.adapter.check;

import org.jspecify.annotations.NullMarked;
