/** The gateway over HTTP and its configuration. */
@org.jspecify.annotations.NullMarked
package com.pfavanguard.pems.client;
