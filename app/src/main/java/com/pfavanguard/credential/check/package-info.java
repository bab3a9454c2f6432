/** Tries the credentials of this process and shows how that went. */
@org.jspecify.annotations.NullMarked
package com.pfavanguard.credential.check;
