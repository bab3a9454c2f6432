/** A proxy in this JVM, for one machine without HAProxy, and the switch that turns it. */
@org.jspecify.annotations.NullMarked
package com.pfavanguard.traffic.jvm;
