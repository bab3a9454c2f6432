/** One request to PEMS: budget, timeouts, and what an answer means. */
@org.jspecify.annotations.NullMarked
package com.pfavanguard.pems.http;
