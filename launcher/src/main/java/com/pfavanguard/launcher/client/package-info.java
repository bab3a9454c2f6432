/** A small client of the product's own HTTP API. */
@NullMarked
package com.pfavanguard.launcher.client;

import org.jspecify.annotations.NullMarked;
