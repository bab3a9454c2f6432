package com.pfavanguard.traffic;

import java.time.Duration;

/**
 * How a colour became quiet.
 *
 * @param streams WebSockets that were closed, to be resumed by their clients
 * @param cutRequests that did not finish within the bound
 * @param took until the last had gone
 */
public record Drained(Colour colour, int streams, int cutRequests, Duration took) {}
