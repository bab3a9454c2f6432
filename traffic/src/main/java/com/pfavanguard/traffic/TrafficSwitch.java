package com.pfavanguard.traffic;

import java.io.IOException;

/**
 * A proxy in front of two versions. It only turns and counts; {@link Changeover} knows in which
 * order, and what to check. Safe to ask from several processes.
 */
public interface TrafficSwitch {
  /**
   * @throws IOException when the proxy cannot be asked
   */
  TrafficStatus status() throws IOException;

  /**
   * From the return on every new request goes to this colour; requests under way and WebSockets
   * stay where they are. Survives a restart of the proxy.
   *
   * @throws IOException when the proxy cannot be asked or did not obey
   */
  void lead(Colour to) throws IOException;

  /**
   * Closes WebSockets that lead to this colour: their clients come back and resume.
   *
   * @throws IOException when the proxy cannot be asked
   */
  void endStreams(Colour colour) throws IOException;

  /**
   * Cuts requests that are under way to this colour.
   *
   * @throws IOException when the proxy cannot be asked
   */
  void cutRequests(Colour colour) throws IOException;
}
