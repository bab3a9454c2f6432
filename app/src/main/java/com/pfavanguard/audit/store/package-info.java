/** Audit entries in the database. */
@org.jspecify.annotations.NullMarked
package com.pfavanguard.audit.store;
