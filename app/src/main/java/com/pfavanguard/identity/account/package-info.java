/** Passwords, invitations and who belongs where. */
@org.jspecify.annotations.NullMarked
package com.pfavanguard.identity.account;
