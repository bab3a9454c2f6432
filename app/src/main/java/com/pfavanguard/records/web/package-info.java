/** Endpoints of records and drafts. */
@org.jspecify.annotations.NullMarked
package com.pfavanguard.records.web;
