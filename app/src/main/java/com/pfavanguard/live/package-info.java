/** Gapless live updates for browsers, fed by facts of the other modules. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"identity"})
package com.pfavanguard.live;
