/** Seals entries into each organization's chain, off the way of those who write them. */
@org.jspecify.annotations.NullMarked
package com.pfavanguard.audit.seal;
