/** Who is calling and what they may do in which organization. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package com.pfavanguard.identity;
