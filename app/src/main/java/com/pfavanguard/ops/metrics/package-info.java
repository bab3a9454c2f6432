/** What the process and the database tell Prometheus, under the names of the dashboards. */
@org.jspecify.annotations.NullMarked
package com.pfavanguard.ops.metrics;
