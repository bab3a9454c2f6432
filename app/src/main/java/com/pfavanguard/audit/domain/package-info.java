/** What is asked of the audit and what it answers; no framework here. */
@org.jspecify.annotations.NullMarked
package com.pfavanguard.audit.domain;
