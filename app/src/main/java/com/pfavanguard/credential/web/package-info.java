/** The administrators' API to PEMS connections. */
@org.jspecify.annotations.NullMarked
package com.pfavanguard.credential.web;
