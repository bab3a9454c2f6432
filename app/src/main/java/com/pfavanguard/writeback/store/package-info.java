/** SQL of the write queue. */
@org.jspecify.annotations.NullMarked
package com.pfavanguard.writeback.store;
