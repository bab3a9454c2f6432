/** Accounts and organizations of a demonstration, read from a file at start. */
@org.jspecify.annotations.NullMarked
package com.pfavanguard.identity.demo;
