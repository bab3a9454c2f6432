package com.pfavanguard.kernel;

import org.slf4j.Marker;
import org.slf4j.MarkerFactory;

/** Marks log lines that somebody must look at: data may have come to harm. More than ten page. */
public final class Critical {
  public static final Marker MARKER = MarkerFactory.getMarker("CRITICAL");

  private Critical() {}
}
