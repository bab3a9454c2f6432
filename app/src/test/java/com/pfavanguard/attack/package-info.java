/** Attacks on a running server; each must be refused with nothing changed in the database. */
@org.jspecify.annotations.NullMarked
package com.pfavanguard.attack;
