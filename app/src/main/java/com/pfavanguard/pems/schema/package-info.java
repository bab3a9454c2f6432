/** Whether a tenant's schema is still the one we know. */
@org.jspecify.annotations.NullMarked
package com.pfavanguard.pems.schema;
