/** Traces of an edit's way, from the browser to PEMS, where a collector is configured. */
@org.jspecify.annotations.NullMarked
package com.pfavanguard.kernel.trace;
