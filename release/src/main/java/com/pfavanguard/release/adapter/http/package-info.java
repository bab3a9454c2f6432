/** The public address as users meet it: what it answers, and an independent prober. */
@NullMarked
package com.pfavanguard.release.adapter.http;

import org.jspecify.annotations.NullMarked;
