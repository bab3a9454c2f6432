/** SQL of conflicts. */
@org.jspecify.annotations.NullMarked
package com.pfavanguard.conflict.store;
