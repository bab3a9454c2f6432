package com.pfavanguard.launcher.up;

import com.pfavanguard.launcher.Installation;
import com.pfavanguard.launcher.data.DataDirectory;
import com.pfavanguard.launcher.process.ChildKind;
import com.pfavanguard.launcher.process.ChildSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** How the PEMS simulator is started. */
record SimulatorProgram(Installation installation, DataDirectory directory, Pems pems) {
  private static final String NAME = "simulator";
  private static final String HEAP = "-Xmx1g";

  ChildSpec spec(int port, int controlPort, int records) throws IOException {
    Path jar = PinnedJar.of(installation.simulatorJar(), installation, directory.cache());
    List<String> command = Programs.java(HEAP, List.of("-jar", jar.toString()));
    command.addAll(List.of("--port", Integer.toString(port)));
    command.addAll(List.of("--control-port", Integer.toString(controlPort)));
    command.addAll(List.of("--data-dir", directory.simulator().toString()));
    command.addAll(List.of("--records", Integer.toString(records)));
    command.addAll(List.of("--tenant", pems.tenant(), "--user", pems.user()));
    command.addAll(List.of("--rate-per-second", Integer.toString(Pems.REQUESTS_PER_SECOND)));
    return new ChildSpec(
        NAME,
        ChildKind.SIMULATOR,
        command,
        Map.of("PEMS_SIMULATOR_PASSWORD", pems.password()),
        directory.logs().resolve(NAME + ".log"));
  }
}
