/** What is read and reconciled without anybody asking. */
@org.jspecify.annotations.NullMarked
package com.pfavanguard.ingest.schedule;
