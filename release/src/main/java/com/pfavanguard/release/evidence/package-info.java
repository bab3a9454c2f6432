/**
 * The folder that a release leaves behind: journal, answers by their content, what people signed.
 */
@NullMarked
package com.pfavanguard.release.evidence;

import org.jspecify.annotations.NullMarked;
