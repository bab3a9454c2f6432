/** Reading and exporting the audit. */
@org.jspecify.annotations.NullMarked
package com.pfavanguard.audit.web;
