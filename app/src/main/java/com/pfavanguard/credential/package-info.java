/** The credentials of PEMS connections as administrators keep them, and whether every one works. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"identity", "audit", "pems"})
package com.pfavanguard.credential;
