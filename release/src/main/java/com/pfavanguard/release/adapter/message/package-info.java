/** Status page, mail and chat, from templates. */
@NullMarked
package com.pfavanguard.release.adapter.message;

import org.jspecify.annotations.NullMarked;
