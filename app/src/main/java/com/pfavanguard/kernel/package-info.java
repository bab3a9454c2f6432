/** What every module shares: the record's fields, ids, error codes and tenant transactions. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
    type = org.springframework.modulith.ApplicationModule.Type.OPEN,
    allowedDependencies = "secrets")
package com.pfavanguard.kernel;
