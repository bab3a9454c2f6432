/** What operators' backups tell the monitoring. */
@org.jspecify.annotations.NullMarked
package com.pfavanguard.ops.backup;
