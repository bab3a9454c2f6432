/** The front end's files on their way to a CDN, and back. */
@NullMarked
package com.pfavanguard.operations.publish;

import org.jspecify.annotations.NullMarked;
