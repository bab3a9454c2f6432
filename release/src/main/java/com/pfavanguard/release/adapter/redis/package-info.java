/** Redis by its own protocol. */
@NullMarked
package com.pfavanguard.release.adapter.redis;

import org.jspecify.annotations.NullMarked;
