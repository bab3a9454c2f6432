/** What people are told, and kept from, while the product is being worked on. */
@org.jspecify.annotations.NullMarked
package com.pfavanguard.flags.maintenance;
