/** One line of text to a proxy over a socket of the file system, and its answer. */
@org.jspecify.annotations.NullMarked
package com.pfavanguard.traffic.control;
