/** What is finished and old is forgotten; audit entries and versions of records never are. */
@org.jspecify.annotations.NullMarked
package com.pfavanguard.ops.retention;
