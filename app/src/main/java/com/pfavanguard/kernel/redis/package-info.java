/** Redis where there is one: what processes share quickly, and nothing that may not be lost. */
@org.jspecify.annotations.NullMarked
package com.pfavanguard.kernel.redis;
