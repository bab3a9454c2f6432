package com.pfavanguard.release.adapter.traffic;

import com.pfavanguard.traffic.Colour;
import java.io.IOException;

/** The processes of both colours: systemd's units, or children of the tool. */
public interface Fleet {
  /** A kind of process. */
  enum Part {
    backend,
    worker
  }

  /** Whether it runs and says that it is ready. */
  boolean isReady(Part part, Colour colour) throws IOException, InterruptedException;

  /** Whether it runs at all. */
  boolean runs(Part part, Colour colour) throws IOException, InterruptedException;

  /**
   * Puts the new version where this colour is started from. Never asked of the colour that leads.
   */
  void install(Colour colour) throws IOException;

  /**
   * Returns when it is ready; does nothing to one that is, and wakes one that stands still.
   *
   * @throws IOException when it does not become ready
   */
  void start(Part part, Colour colour) throws IOException, InterruptedException;

  /**
   * Stands it still, warm, for a way back within moments. Only one that holds nothing: with the
   * sync off and drained.
   */
  void freeze(Part part, Colour colour) throws IOException, InterruptedException;

  /** Whether it stands still; also one that does not run at all does not. */
  boolean isFrozen(Part part, Colour colour) throws IOException, InterruptedException;

  /** Lets it finish what it does, and returns when it is gone. */
  void stop(Part part, Colour colour) throws IOException, InterruptedException;
}
