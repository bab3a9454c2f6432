/** How a tenant names its screen, grid and fields, and how it shows dates. */
@org.jspecify.annotations.NullMarked
package com.pfavanguard.pems.layout;
