/** The contract between our client and PEMS, tried on the simulator with every switch. */
@org.jspecify.annotations.NullMarked
package com.pfavanguard.pems.client;
