package com.pfavanguard.release.judge;

/** What a quantity measures. Only quantities of one dimension can be compared. */
public enum Dimension {
  TIME,
  SIZE,
  RATIO,
  COUNT,
  GROWTH
}
