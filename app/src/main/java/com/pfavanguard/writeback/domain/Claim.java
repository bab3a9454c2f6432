package com.pfavanguard.writeback.domain;

import com.pfavanguard.kernel.trace.Origin;
import com.pfavanguard.records.QueuedEdit;
import java.time.Instant;
import java.util.UUID;

/**
 * A queue row that this worker may write, until its lease ends.
 *
 * @param connection the PEMS connection it goes to
 * @param leaseNumber proves at completion that the lease is still this one
 * @param attempts tries that failed before
 * @param deferrals tries that PEMS put off with 429 before
 * @param trace where the attempt belongs
 */
public record Claim(
    long queueId,
    String connection,
    UUID jobId,
    long leaseNumber,
    int attempts,
    int deferrals,
    Instant committedAt,
    Origin trace,
    QueuedEdit edit) {}
