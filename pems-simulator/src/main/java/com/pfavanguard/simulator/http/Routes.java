package com.pfavanguard.simulator.http;

import java.io.IOException;

/** What answers the requests of one listener, each on a virtual thread of its own. */
@FunctionalInterface
public interface Routes {
  void handle(Exchange exchange) throws IOException;
}
