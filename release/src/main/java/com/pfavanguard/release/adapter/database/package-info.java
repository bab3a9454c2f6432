/** PostgreSQL: queries, the flag, the schema's migrations, backups. */
@NullMarked
package com.pfavanguard.release.adapter.database;

import org.jspecify.annotations.NullMarked;
