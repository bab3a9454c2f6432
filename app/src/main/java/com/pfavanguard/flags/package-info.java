/** Feature flags that operators switch with one UPDATE. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"identity"})
package com.pfavanguard.flags;
