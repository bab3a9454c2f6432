package com.pfavanguard.simulator;

import com.pfavanguard.simulator.protocol.Account;
import com.pfavanguard.simulator.record.PortfolioSize;
import java.nio.file.Path;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * How to start the simulator.
 *
 * @param ports where to listen on the loopback
 * @param account who may log in
 * @param portfolio the records to generate
 * @param dataDir where writes are remembered; null forgets them at the end
 * @param pace rate limit and latency to begin with
 * @param clock PEMS's time
 */
public record SimulatorOptions(
    Ports ports,
    Account account,
    PortfolioSize portfolio,
    @Nullable Path dataDir,
    Pace pace,
    InstantSource clock) {

  /** Port 0 takes a free one. */
  public record Ports(int service, int control) {}

  /** Requests per second, 0 for no limit; milliseconds added to every answer. */
  public record Pace(int ratePerSecond, int latencyMillis) {}

  /** Free ports, 20,280 records of seed 1, no limit, nothing kept: good for tests. */
  public static SimulatorOptions inMemory(String password) {
    return new SimulatorOptions(
        new Ports(0, 0),
        new Account("DEMO", "vanguard", password, password),
        new PortfolioSize(20_280, 1),
        null,
        new Pace(0, 0),
        InstantSource.system());
  }

  public SimulatorOptions withPorts(int service, int control) {
    return new SimulatorOptions(
        new Ports(service, control), account, portfolio, dataDir, pace, clock);
  }

  public SimulatorOptions withRecords(int records, long seed) {
    return new SimulatorOptions(
        ports, account, new PortfolioSize(records, seed), dataDir, pace, clock);
  }

  public SimulatorOptions withDataDir(@Nullable Path folder) {
    return new SimulatorOptions(ports, account, portfolio, folder, pace, clock);
  }

  public SimulatorOptions withPace(int ratePerSecond, int latencyMillis) {
    return new SimulatorOptions(
        ports, account, portfolio, dataDir, new Pace(ratePerSecond, latencyMillis), clock);
  }

  public SimulatorOptions withClock(InstantSource time) {
    return new SimulatorOptions(ports, account, portfolio, dataDir, pace, time);
  }
}
