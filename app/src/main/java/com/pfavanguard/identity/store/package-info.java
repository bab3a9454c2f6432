/** Accounts in the database and how passwords are kept. */
@org.jspecify.annotations.NullMarked
package com.pfavanguard.identity.store;
