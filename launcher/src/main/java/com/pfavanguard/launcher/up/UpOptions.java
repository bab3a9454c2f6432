package com.pfavanguard.launcher.up;

/**
 * What {@code up} was asked for. A port of 0 means any free one.
 *
 * @param records how many PFA records the simulator makes on the first start
 * @param workers how many worker processes to keep
 * @param fresh throw the data away first
 */
public record UpOptions(
    int port, int managementPort, int simulatorPort, int records, int workers, boolean fresh) {}
