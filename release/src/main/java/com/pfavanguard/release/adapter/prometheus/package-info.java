/**
 * Metrics: of a Prometheus by its HTTP API, and of the product's own endpoint sampled by the tool
 * where there is none.
 */
@NullMarked
package com.pfavanguard.release.adapter.prometheus;

import org.jspecify.annotations.NullMarked;
