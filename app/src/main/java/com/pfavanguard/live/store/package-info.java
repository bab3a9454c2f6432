/** Live events in the database. */
@org.jspecify.annotations.NullMarked
package com.pfavanguard.live.store;
