/** The staging table, the merge into the mirror, and the runs. */
@org.jspecify.annotations.NullMarked
package com.pfavanguard.ingest.store;
