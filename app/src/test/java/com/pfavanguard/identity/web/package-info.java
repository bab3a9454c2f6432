@org.jspecify.annotations.NullMarked
package com.pfavanguard.identity.web;
