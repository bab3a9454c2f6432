/** The three-way merge decision and the store of conflicts. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"identity", "records"})
package com.pfavanguard.conflict;
