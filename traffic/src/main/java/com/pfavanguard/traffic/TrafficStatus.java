package com.pfavanguard.traffic;

import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * What a proxy says of itself at one moment.
 *
 * @param active where new requests go
 * @param targets both colours
 */
public record TrafficStatus(Colour active, Map<Colour, Target> targets) {

  /**
   * The servers of one colour.
   *
   * @param addresses of its servers, one or several
   * @param requests under way there, WebSockets not among them
   * @param streams open WebSockets
   * @param ready whether the proxy would lead requests to all of them
   */
  public record Target(List<URI> addresses, int requests, int streams, boolean ready) {
    public boolean quiet() {
      return requests == 0 && streams == 0;
    }
  }

  public Target target(Colour colour) {
    Target target = targets.get(colour);
    if (target == null) {
      throw new IllegalStateException("The proxy says nothing of " + colour);
    }
    return target;
  }
}
