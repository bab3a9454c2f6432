package com.pfavanguard.simulator;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** One simulator for a test class, as new before each of its tests. */
public final class SimulatorExtension
    implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {
  private final SimulatorOptions options;
  private @Nullable PemsSimulator simulator;
  private String initialSettings = "{}";

  public SimulatorExtension(SimulatorOptions options) {
    this.options = options;
  }

  public static SimulatorExtension withRecords(int records) {
    return new SimulatorExtension(
        SimulatorOptions.inMemory(SimulatorClient.PASSWORD).withRecords(records, 1));
  }

  public SimulatorClient client() {
    return SimulatorClient.of(simulator());
  }

  public PemsSimulator simulator() {
    return Objects.requireNonNull(simulator);
  }

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    simulator = PemsSimulator.start(options);
    initialSettings = client().control("/settings").toString();
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    client().control("POST", "/reset", "{}");
    client().control("DELETE", "/faults", "");
    client().settings(initialSettings);
  }

  @Override
  public void afterAll(ExtensionContext context) throws Exception {
    simulator().close();
  }
}
