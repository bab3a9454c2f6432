/** The product's PostgreSQL, seen by its operators. */
@NullMarked
package com.pfavanguard.operations.database;

import org.jspecify.annotations.NullMarked;
