/** Resolving conflicts: a plan that shows the exact outcome, and carrying it out. */
@org.jspecify.annotations.NullMarked
package com.pfavanguard.writeback.resolve;
