/**
 * What a person or a release does to a running product from outside: back it up, restore it,
 * publish its page, announce, take it into maintenance. A library: it prints nothing, ends no JVM
 * and knows no other module.
 */
@NullMarked
package com.pfavanguard.operations;

import org.jspecify.annotations.NullMarked;
