/** Connections in the database, their secrets encrypted. */
@org.jspecify.annotations.NullMarked
package com.pfavanguard.pems.stored;
