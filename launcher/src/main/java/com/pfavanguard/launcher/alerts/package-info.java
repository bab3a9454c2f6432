/** Whether alerts reach somebody. */
@org.jspecify.annotations.NullMarked
package com.pfavanguard.launcher.alerts;
