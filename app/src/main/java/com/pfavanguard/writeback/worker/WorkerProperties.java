package com.pfavanguard.writeback.worker;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param id names this worker in leases and heartbeats; empty for host name and process id
 * @param lease how long a claimed row stays with a worker that says nothing more
 * @param poll longest pause between two looks at the queue when no signal comes
 * @param maxInFlight writes towards PEMS at once; also what a stopped auto_sync still has to finish
 * @param batch outcomes per transaction at most
 * @param grace how long a stopping worker may finish what it has begun
 * @param retryDelays one retry after each
 * @param rateLimitPatience so many 429 of one edit use up no attempt
 */
@ConfigurationProperties("vanguard.worker")
record WorkerProperties(
    @DefaultValue("") String id,
    @DefaultValue("60s") Duration lease,
    @DefaultValue("1s") Duration poll,
    @DefaultValue("64") int maxInFlight,
    @DefaultValue("100") int batch,
    @DefaultValue("25s") Duration grace,
    @DefaultValue({"5s", "10s", "20s"}) List<Duration> retryDelays,
    @DefaultValue("20") int rateLimitPatience) {}
