/** The secrets of this process, as they are now. */
@org.jspecify.annotations.NullMarked
package com.pfavanguard.kernel.secret;
