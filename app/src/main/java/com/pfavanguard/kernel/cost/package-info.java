/** What calls to others cost, counted where they are made. */
@org.jspecify.annotations.NullMarked
package com.pfavanguard.kernel.cost;
