/** The versions of a record, the way back to one of them, and why a record is not in sync. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"identity", "records", "writeback", "audit"})
package com.pfavanguard.history;
