/** Signing in over HTTP, and the rules that every request passes before a controller sees it. */
@org.jspecify.annotations.NullMarked
package com.pfavanguard.identity.web;
