package com.pfavanguard.pems;

import java.util.Collection;
import java.util.Optional;

/** The configured connections by id. */
public interface PemsConnections {
  /**
   * @param connectionId as stored with the organization
   * @param organization the organization's code in PEMS
   * @throws IllegalStateException when no such connection is configured
   */
  PemsTarget target(String connectionId, String organization);

  Collection<PemsConnection> all();

  /**
   * The connection with other credentials than these, which PEMS has just refused; empty when there
   * are none.
   */
  Optional<PemsConnection> renewed(PemsConnection refused);
}
