/** Connections to PostgreSQL and its migrations. */
@org.jspecify.annotations.NullMarked
package com.pfavanguard.kernel.database;
