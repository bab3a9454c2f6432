/** Tries credentials for real. No check changes anything where it signs in. */
@org.jspecify.annotations.NullMarked
package com.pfavanguard.secrets.check;
