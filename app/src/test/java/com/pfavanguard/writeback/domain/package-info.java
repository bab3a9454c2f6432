@org.jspecify.annotations.NullMarked
package com.pfavanguard.writeback.domain;
