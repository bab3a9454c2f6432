/** Reading from PEMS into the mirror. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"identity", "records", "pems", "flags"})
package com.pfavanguard.ingest;
