/** The WebSocket that browsers listen on. */
@org.jspecify.annotations.NullMarked
package com.pfavanguard.live.web;
