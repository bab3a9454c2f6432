/** The switch of a deployment behind HAProxy. */
@org.jspecify.annotations.NullMarked
package com.pfavanguard.traffic.haproxy;
