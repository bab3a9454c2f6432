/** SQL that gathers what history and explanations need. */
@org.jspecify.annotations.NullMarked
package com.pfavanguard.history.store;
