/** The HTTP listener: virtual threads, bodies that can be cut or dripped. */
@NullMarked
package com.pfavanguard.simulator.http;

import org.jspecify.annotations.NullMarked;
