@org.jspecify.annotations.NullMarked
package com.pfavanguard.ingest;
