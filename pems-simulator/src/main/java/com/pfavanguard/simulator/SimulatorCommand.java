package com.pfavanguard.simulator;

import com.pfavanguard.simulator.protocol.Account;
import com.pfavanguard.simulator.record.PortfolioSize;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** The simulator as a program: prints one JSON line when ready and runs until it is told to end. */
@Command(
    name = "pems-simulator",
    mixinStandardHelpOptions = true,
    description = "Speaks the PEMS wire protocol over generated PFA records.")
public final class SimulatorCommand implements Callable<Integer> {
  private static final String PASSWORD = "PEMS_SIMULATOR_PASSWORD";

  @Option(names = "--port", defaultValue = "8090", description = "services, 0 for a free port")
  private int port;

  @Option(names = "--control-port", defaultValue = "8091", description = "control API")
  private int controlPort;

  @Option(names = "--data-dir", description = "remembers writes here; none forgets them")
  private @Nullable Path dataDir;

  @Option(names = "--records", defaultValue = "20280")
  private int records;

  @Option(names = "--seed", defaultValue = "1")
  private long seed;

  @Option(names = "--tenant", defaultValue = "DEMO")
  private String tenant = "";

  @Option(names = "--user", defaultValue = "vanguard")
  private String user = "";

  @Option(names = "--rate-per-second", defaultValue = "200", description = "0 for no limit")
  private int ratePerSecond;

  @Option(names = "--latency-ms", defaultValue = "0")
  private int latencyMillis;

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new SimulatorCommand()).execute(arguments));
  }

  @Override
  public Integer call() throws InterruptedException {
    String password = System.getenv(PASSWORD);
    if (password == null || password.isEmpty()) {
      System.err.println("pems-simulator: set the password in the environment as " + PASSWORD);
      return 2;
    }
    try {
      PemsSimulator simulator = PemsSimulator.start(options(password));
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(simulator)));
      System.out.println(new JsonMapper().writeValueAsString(ready(simulator)));
    } catch (IOException | IllegalArgumentException e) {
      System.err.println("pems-simulator: " + e.getMessage());
      return 1;
    }
    new CountDownLatch(1).await();
    return 0;
  }

  private SimulatorOptions options(String password) {
    return new SimulatorOptions(
        new SimulatorOptions.Ports(port, controlPort),
        new Account(tenant, user, password, password),
        new PortfolioSize(records, seed),
        dataDir,
        new SimulatorOptions.Pace(ratePerSecond, latencyMillis),
        InstantSource.system());
  }

  private Ready ready(PemsSimulator simulator) {
    return new Ready(
        simulator.url(),
        simulator.controlUrl(),
        tenant,
        ProcessHandle.current().pid(),
        simulator.records());
  }

  private static void stop(PemsSimulator simulator) {
    try {
      simulator.close();
    } catch (IOException e) {
      System.err.println("pems-simulator: " + e.getMessage());
    }
  }

  /** The line that says the simulator is ready. */
  public record Ready(String url, String controlUrl, String tenant, long pid, int records) {}
}
