/** What makes a read trustworthy; no database, no Spring. */
@org.jspecify.annotations.NullMarked
package com.pfavanguard.ingest.domain;
