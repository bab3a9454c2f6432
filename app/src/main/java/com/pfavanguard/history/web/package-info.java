/** Endpoints of history, rollback and explanation. */
@org.jspecify.annotations.NullMarked
package com.pfavanguard.history.web;
