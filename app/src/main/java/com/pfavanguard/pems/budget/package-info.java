/**
 * The limits of a connection that all processes keep together: requests, calls in flight, outage.
 */
@org.jspecify.annotations.NullMarked
package com.pfavanguard.pems.budget;
