package com.pfavanguard.launcher;

import com.pfavanguard.launcher.up.Up;
import com.pfavanguard.launcher.up.UpOptions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "up",
    description = "Run everything on this machine: database, PEMS simulator, server, worker.")
final class UpCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8080",
      description = "of the server; 0 takes a free one (default: ${DEFAULT-VALUE})")
  private int port;

  @Option(
      names = "--management-port",
      paramLabel = "PORT",
      defaultValue = "9080",
      description = "of the server; workers take the next ones (default: ${DEFAULT-VALUE})")
  private int managementPort;

  @Option(
      names = "--simulator-port",
      paramLabel = "PORT",
      defaultValue = "8090",
      description = "of the simulator; its control port is the next (default: ${DEFAULT-VALUE})")
  private int simulatorPort;

  @Option(
      names = "--records",
      paramLabel = "N",
      defaultValue = "20280",
      description = "PFA records to make on the first start (default: ${DEFAULT-VALUE})")
  private int records;

  @Option(
      names = "--workers",
      paramLabel = "N",
      defaultValue = "1",
      description = "worker processes (default: ${DEFAULT-VALUE})")
  private int workers;

  @Option(
      names = "--blue-green",
      description = "two servers behind one address, turned by ./vanguard switch")
  private boolean blueGreen;

  @Option(names = "--fresh", description = "throw the data away first")
  private boolean fresh;

  @Override
  public Integer call() throws Exception {
    Range range = new Range(spec);
    range.require("--port", port, 0, Range.LAST_PORT);
    range.require("--management-port", managementPort, 0, Range.LAST_PORT - 1);
    range.require("--simulator-port", simulatorPort, 0, Range.LAST_PORT - 1);
    range.require("--records", records, 0, 10_000_000);
    range.require("--workers", workers, 0, 32);
    Installation installation = Installation.detect();
    return new Up(installation, common.console())
        .run(
            common.dataDirectory(installation),
            new UpOptions(port, managementPort, simulatorPort, records, workers, fresh, blueGreen));
  }
}
