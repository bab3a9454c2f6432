/** The append-only, sealed record of who did what. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"identity"})
package com.pfavanguard.audit;
