/** SQL over what the other modules log. */
@org.jspecify.annotations.NullMarked
package com.pfavanguard.ops.store;
