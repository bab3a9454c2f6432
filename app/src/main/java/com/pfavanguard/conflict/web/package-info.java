/** Endpoints that show conflicts. */
@org.jspecify.annotations.NullMarked
package com.pfavanguard.conflict.web;
