package com.pfavanguard.operations;

/** Told how long work goes on. */
public interface Progress {
  /** What is being done now; replaces what was told before. Empty: nothing any more. */
  void status(String text);

  /** What has been done, worth keeping. */
  void say(String line);
}
