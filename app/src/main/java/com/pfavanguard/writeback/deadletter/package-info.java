/** Edits that PEMS will not take: shown with their cause, sent again, corrected or given up. */
@org.jspecify.annotations.NullMarked
package com.pfavanguard.writeback.deadletter;
