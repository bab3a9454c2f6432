/** Commit, queue and worker: planner edits on their way to PEMS. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"identity", "records", "conflict", "pems", "flags", "audit"})
package com.pfavanguard.writeback;
