/**
 * The checklist as a file: read with line numbers, checked against its schema, then against the
 * rules a schema cannot say. Nothing here runs anything.
 */
@NullMarked
package com.pfavanguard.release.definition;

import org.jspecify.annotations.NullMarked;
