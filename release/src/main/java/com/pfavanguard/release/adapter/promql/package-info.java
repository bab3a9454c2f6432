/**
 * PromQL over samples that the tool took itself, where no Prometheus is configured: the part of the
 * language that our rules, dashboards and gates use, with Prometheus's own arithmetic.
 */
@NullMarked
package com.pfavanguard.release.adapter.promql;

import org.jspecify.annotations.NullMarked;
