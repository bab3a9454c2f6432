/** The HTTP edge every module shares: request ids and problem details (RFC 9457). */
@org.jspecify.annotations.NullMarked
package com.pfavanguard.kernel.web;
