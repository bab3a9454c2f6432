/**
 * The mission's paper checklist by line number: every box and blank must be mapped by the\n *
 * definition. Holds numbers, kinds and hashes, never the text.
 */
@NullMarked
package com.pfavanguard.release.lines;

import org.jspecify.annotations.NullMarked;
