package com.pfavanguard.release.adapter;

/** Somewhere measurements come from, such as Prometheus or the prober. */
public interface Source {

  /**
   * Asks once, and never throws for what the other side does: no answer is {@link
   * com.pfavanguard.release.judge.Reading.Broken}, an empty one {@link
   * com.pfavanguard.release.judge.Reading.Nothing}.
   */
  Observation read(Query query);
}
