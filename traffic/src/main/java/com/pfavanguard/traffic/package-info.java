/** Which of two running versions the public address leads to, and how it is changed safely. */
@org.jspecify.annotations.NullMarked
package com.pfavanguard.traffic;
