/** The files in ops/ that run the product agree with the product. */
@org.jspecify.annotations.NullMarked
package com.pfavanguard.deployment;
