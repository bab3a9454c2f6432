/** Who may decide what, and what they said: signed, so that nobody else can have said it. */
@NullMarked
package com.pfavanguard.release.people;

import org.jspecify.annotations.NullMarked;
