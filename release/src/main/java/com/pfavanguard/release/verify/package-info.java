/** Whether the evidence of a release is what its runner left: every byte of it. */
@NullMarked
package com.pfavanguard.release.verify;

import org.jspecify.annotations.NullMarked;
