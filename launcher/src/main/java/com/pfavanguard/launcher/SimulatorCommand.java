package com.pfavanguard.launcher;

import com.pfavanguard.launcher.up.LoneSimulator;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "simulator", description = "Run the PEMS simulator alone.")
final class SimulatorCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8090",
      description = "its control port is the next; 0 takes free ones (default: ${DEFAULT-VALUE})")
  private int port;

  @Option(
      names = "--records",
      paramLabel = "N",
      defaultValue = "20280",
      description = "PFA records to make on the first start (default: ${DEFAULT-VALUE})")
  private int records;

  @Override
  public Integer call() throws Exception {
    Range range = new Range(spec);
    range.require("--port", port, 0, Range.LAST_PORT - 1);
    range.require("--records", records, 0, 10_000_000);
    Installation installation = Installation.detect();
    return new LoneSimulator(installation, common.console())
        .run(common.dataDirectory(installation), port, records);
  }
}
