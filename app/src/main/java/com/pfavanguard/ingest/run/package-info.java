/** One read from start to end. */
@org.jspecify.annotations.NullMarked
package com.pfavanguard.ingest.run;
