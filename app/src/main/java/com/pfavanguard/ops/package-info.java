/** Health for people and machines. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"identity", "flags", "ingest", "writeback", "conflict"})
package com.pfavanguard.ops;
