package com.pfavanguard.pems;

import java.util.Collection;

/** The configured connections by id. */
public interface PemsConnections {
  /**
   * @param connectionId as stored with the organization
   * @param organization the organization's code in PEMS
   * @throws IllegalStateException when no such connection is configured
   */
  PemsTarget target(String connectionId, String organization);

  Collection<PemsConnection> all();
}
