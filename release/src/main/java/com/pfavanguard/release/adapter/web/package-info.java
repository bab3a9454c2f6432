/** The front end where people get it, and the CDN before it. */
@NullMarked
package com.pfavanguard.release.adapter.web;

import org.jspecify.annotations.NullMarked;
