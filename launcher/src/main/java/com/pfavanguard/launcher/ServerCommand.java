package com.pfavanguard.launcher;

import com.pfavanguard.launcher.up.Joining;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "server", description = "Run one more server beside a running up.")
final class ServerCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "0",
      description = "0 takes a free one (default)")
  private int port;

  @Option(
      names = "--management-port",
      paramLabel = "PORT",
      defaultValue = "0",
      description = "0 takes a free one (default)")
  private int managementPort;

  @Override
  public Integer call() throws Exception {
    Range range = new Range(spec);
    range.require("--port", port, 0, Range.LAST_PORT);
    range.require("--management-port", managementPort, 0, Range.LAST_PORT);
    Installation installation = Installation.detect();
    return new Joining(installation, common.dataDirectory(installation), common.console())
        .server(port, managementPort);
  }
}
