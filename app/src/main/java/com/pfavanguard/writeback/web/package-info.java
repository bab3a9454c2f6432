/** Endpoints of commit and queue. */
@org.jspecify.annotations.NullMarked
package com.pfavanguard.writeback.web;
