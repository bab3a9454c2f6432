@org.jspecify.annotations.NullMarked
package com.pfavanguard.ops.web;
