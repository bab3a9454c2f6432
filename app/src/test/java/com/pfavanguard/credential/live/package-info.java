/** Secrets of a running server. */
@org.jspecify.annotations.NullMarked
package com.pfavanguard.credential.live;
