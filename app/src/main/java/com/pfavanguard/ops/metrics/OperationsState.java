package com.pfavanguard.ops.metrics;

/**
 * Queue, worker and database at one moment, over all organizations.
 *
 * @param pending committed edits that were never tried
 * @param retrying waiting edits whose last try failed
 * @param deadLetter edits that PEMS refused, or whose tries ran out
 * @param oldestAgeSeconds age of the oldest waiting edit; 0 without any
 * @param lastHeartbeat seconds since 1970; 0 when no worker was ever seen
 * @param connections to this database, by anybody
 * @param migrationsApplied of the schema, ever
 * @param migrationSeconds how long the newest one took
 */
record OperationsState(
    long pending,
    long retrying,
    long processing,
    long deadLetter,
    double oldestAgeSeconds,
    double lastHeartbeat,
    long connections,
    long maxConnections,
    long migrationsApplied,
    double migrationSeconds) {
  static final OperationsState UNKNOWN = new OperationsState(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
}
