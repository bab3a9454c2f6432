package com.pfavanguard.ingest.schedule;

import java.time.Duration;
import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What recurs, unless an organization has a timetable of its own (pfa_read_schedule).
 *
 * @param enabled false for a server that leaves all of it to others
 * @param tick how often to look for what is due
 * @param incrementalEvery from the beginning of one read to that of the next
 * @param fullAt time of day, UTC, of the daily full read
 * @param reconcileEvery from one comparison of mirror and PEMS to the next
 * @param holdsEvery how often to look whether a field on hold is as it was
 * @param atOnce how many organizations are read at once by all servers together
 */
@ConfigurationProperties("vanguard.ingest.schedule")
record ScheduleProperties(
    @DefaultValue("true") boolean enabled,
    @DefaultValue("5s") Duration tick,
    @DefaultValue("5m") Duration incrementalEvery,
    @DefaultValue("02:00") LocalTime fullAt,
    @DefaultValue("24h") Duration reconcileEvery,
    @DefaultValue("1m") Duration holdsEvery,
    @DefaultValue("4") int atOnce) {}
