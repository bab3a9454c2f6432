/** PFA Vanguard: one jar that runs as server or worker. Every sub-package is a module. */
@org.jspecify.annotations.NullMarked
package com.pfavanguard;
