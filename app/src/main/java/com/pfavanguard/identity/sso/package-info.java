/**
 * Signing in through the company's OpenID Connect provider; nothing of it exists unless configured.
 */
@org.jspecify.annotations.NullMarked
package com.pfavanguard.identity.sso;
