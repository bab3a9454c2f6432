/** Retry rule and outcomes; no framework here. */
@org.jspecify.annotations.NullMarked
package com.pfavanguard.writeback.domain;
