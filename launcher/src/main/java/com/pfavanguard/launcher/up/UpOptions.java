package com.pfavanguard.launcher.up;

/**
 * What {@code up} was asked for. A port of 0 means any free one.
 *
 * @param records how many PFA records the simulator makes on the first start
 * @param workers how many worker processes to keep
 * @param fresh throw the data away first
 * @param blueGreen two servers behind a proxy that has the port
 */
public record UpOptions(
    int port,
    int managementPort,
    int simulatorPort,
    int records,
    int workers,
    boolean fresh,
    boolean blueGreen) {

  int servers() {
    return blueGreen ? 2 : 1;
  }
}
