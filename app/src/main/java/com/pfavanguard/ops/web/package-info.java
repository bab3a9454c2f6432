/** Health endpoints, build facts and the description of the API. */
@org.jspecify.annotations.NullMarked
package com.pfavanguard.ops.web;
