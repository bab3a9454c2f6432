/** Bulk reads: grid requests and pages that are read as they arrive. */
@org.jspecify.annotations.NullMarked
package com.pfavanguard.pems.grid;
