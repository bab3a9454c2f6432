/** What backup and restore need of this machine: a throwaway server, a person's consent. */
@NullMarked
package com.pfavanguard.launcher.backup;

import org.jspecify.annotations.NullMarked;
