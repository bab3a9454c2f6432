/** How numbers, dates, flags and grid cells travel; pure functions. */
@org.jspecify.annotations.NullMarked
package com.pfavanguard.pems.value;
