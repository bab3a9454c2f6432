/** Explanations and ways back as pure functions; no framework here. */
@org.jspecify.annotations.NullMarked
package com.pfavanguard.history.domain;
