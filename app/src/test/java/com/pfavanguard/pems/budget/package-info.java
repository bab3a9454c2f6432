@org.jspecify.annotations.NullMarked
package com.pfavanguard.pems.budget;
