/** Real PostgreSQL and a real simulator for the tests of every module. */
@org.jspecify.annotations.NullMarked
package com.pfavanguard.testing;
