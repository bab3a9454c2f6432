/** Announcements to people, from templates. */
@NullMarked
package com.pfavanguard.operations.messages;

import org.jspecify.annotations.NullMarked;
