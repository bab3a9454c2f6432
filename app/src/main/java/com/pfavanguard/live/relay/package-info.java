/** Numbers events after their transactions have committed. */
@org.jspecify.annotations.NullMarked
package com.pfavanguard.live.relay;
