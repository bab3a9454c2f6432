/** This machine: processor, memory, disk. */
@NullMarked
package com.pfavanguard.release.adapter.host;

import org.jspecify.annotations.NullMarked;
