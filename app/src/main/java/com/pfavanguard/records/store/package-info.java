/** SQL of mirror, history and modifications. */
@org.jspecify.annotations.NullMarked
package com.pfavanguard.records.store;
