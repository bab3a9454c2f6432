package com.pfavanguard.simulator.portfolio;

/**
 * A construction project.
 *
 * @param share percent of all PFA records that belong to it
 */
public record Organization(String code, String name, String currency, int share) {
  static Organization parse(String line) {
    String[] parts = line.split(";", -1);
    return new Organization(parts[0], parts[1], parts[2], Integer.parseInt(parts[3]));
  }
}
