package com.pfavanguard.launcher.stub;

import java.io.IOException;
import java.util.List;

/**
 * Plays the server, the worker or the simulator as a process of its own. With the environment
 * variable STUB_FAILS it dies at once, telling why.
 */
public final class StubProgram {
  private StubProgram() {}

  /** Runs until it is killed. */
  public static void main(String[] arguments) throws IOException {
    List<String> all = List.of(arguments);
    if (all.contains("--" + System.getenv("STUB_FAILS"))) {
      System.out.println("stub: cannot work like this");
      System.exit(3);
    }
    StubDeployment deployment = new StubDeployment();
    if (all.contains("--control-port")) {
      int port = Integer.parseInt(all.get(all.indexOf("--port") + 1));
      new StubHttpServer(port, deployment);
      System.out.println("{\"url\":\"u\",\"controlUrl\":\"c\",\"pid\":1,\"records\":20280}");
      return;
    }
    new StubHttpServer(Integer.parseInt(System.getenv("VANGUARD_MANAGEMENT_PORT")), deployment);
    String port = System.getenv("VANGUARD_SERVER_PORT");
    if (port != null) {
      new StubHttpServer(Integer.parseInt(port), deployment);
    }
  }
}
