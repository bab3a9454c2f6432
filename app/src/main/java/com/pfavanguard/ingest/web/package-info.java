/** Starting and watching reads over HTTP. */
@org.jspecify.annotations.NullMarked
package com.pfavanguard.ingest.web;
