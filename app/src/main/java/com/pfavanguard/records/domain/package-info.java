/** The rules of the domain; no framework here. */
@org.jspecify.annotations.NullMarked
package com.pfavanguard.records.domain;
