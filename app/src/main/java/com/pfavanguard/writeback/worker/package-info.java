/** Claiming, attempting and completing queued edits. */
@org.jspecify.annotations.NullMarked
package com.pfavanguard.writeback.worker;
