/** The mirror, its history, drafts and the merged view that planners see. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"identity", "audit"})
package com.pfavanguard.records;
