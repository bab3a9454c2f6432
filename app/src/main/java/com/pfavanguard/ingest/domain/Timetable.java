package com.pfavanguard.ingest.domain;

import com.pfavanguard.ingest.SyncType;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * When an organization is read: what changed every so often, everything once a day.
 *
 * @param incrementalEvery from the beginning of one read to that of the next
 * @param fullAt time of day, UTC
 */
public record Timetable(Duration incrementalEvery, LocalTime fullAt) {

  /**
   * What was done so far, each by the moment it began.
   *
   * @param last the newest read of any kind and end; the organization's own beginning before the
   *     first
   * @param lastFull the newest full read of any end
   * @param lastCompleteFull the newest full read that completed
   */
  public record Past(
      Instant last, @Nullable Instant lastFull, @Nullable Instant lastCompleteFull) {}

  /** The next read; due when its time has come. */
  public record Next(Instant at, SyncType type) {}

  /** A full read that is owed goes first; one that failed waits as long as any other. */
  public Next next(Past past) {
    Instant incremental = past.last().plus(incrementalEvery);
    Instant full = full(past, incremental);
    return full.isAfter(incremental)
        ? new Next(incremental, SyncType.incremental)
        : new Next(full, SyncType.full);
  }

  private Instant full(Past past, Instant incremental) {
    Instant complete = past.lastCompleteFull();
    if (complete == null) {
      return incremental;
    }
    Instant owed = firstFullTimeAfter(complete);
    Instant tried = past.lastFull();
    Instant again = tried != null && tried.isAfter(complete) ? tried.plus(incrementalEvery) : owed;
    return owed.isAfter(again) ? owed : again;
  }

  private Instant firstFullTimeAfter(Instant moment) {
    LocalDate day = LocalDate.ofInstant(moment, ZoneOffset.UTC);
    Instant sameDay = day.atTime(fullAt).toInstant(ZoneOffset.UTC);
    return sameDay.isAfter(moment)
        ? sameDay
        : day.plusDays(1).atTime(fullAt).toInstant(ZoneOffset.UTC);
  }
}
