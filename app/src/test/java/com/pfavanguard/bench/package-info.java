/** Measurements that need the test support; started by the scripts in {@code bench/}. */
@org.jspecify.annotations.NullMarked
package com.pfavanguard.bench;
