/** Traces. */
@org.jspecify.annotations.NullMarked
package com.pfavanguard.kernel.trace;
