package com.pfavanguard.launcher;

import com.pfavanguard.launcher.up.Joining;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "worker", description = "Run one more worker beside a running up.")
final class WorkerCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--management-port",
      paramLabel = "PORT",
      defaultValue = "0",
      description = "0 takes a free one (default)")
  private int managementPort;

  @Override
  public Integer call() throws Exception {
    new Range(spec).require("--management-port", managementPort, 0, Range.LAST_PORT);
    Installation installation = Installation.detect();
    return new Joining(installation, common.dataDirectory(installation), common.console())
        .worker(managementPort);
  }
}
