/** What the product is made of, and that nothing else gets into it. */
@org.jspecify.annotations.NullMarked
package com.pfavanguard.supply;
