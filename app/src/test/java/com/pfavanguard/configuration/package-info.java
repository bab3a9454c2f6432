/** docs/configuration.md, made from the code. */
@org.jspecify.annotations.NullMarked
package com.pfavanguard.configuration;
