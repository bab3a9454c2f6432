/** The PEMS client: one gateway, exact values, sealed failures. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package com.pfavanguard.pems;
