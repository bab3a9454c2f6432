package com.pfavanguard.launcher.up;

import com.pfavanguard.launcher.data.Ports;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The loopback ports of one run. */
record Addresses(
    int database,
    int server,
    int management,
    int simulator,
    int simulatorControl,
    List<Integer> workerManagement) {

  /** Claims all of them at once, so that a taken one stops the start before anything runs. */
  static Addresses claim(UpOptions options) throws IOException {
    try (Ports ports = new Ports()) {
      int server = ports.claim(options.port(), "--port");
      int management = ports.claim(options.managementPort(), "--management-port");
      int simulator = ports.claim(options.simulatorPort(), "--simulator-port");
      int control =
          ports.claim(options.simulatorPort() == 0 ? 0 : simulator + 1, "--simulator-port");
      List<Integer> workers = new ArrayList<>();
      for (int i = 1; i <= options.workers(); i++) {
        workers.add(ports.prefer(options.managementPort() == 0 ? 0 : management + i));
      }
      return new Addresses(ports.claim(0, ""), server, management, simulator, control, workers);
    }
  }

  static String http(int port) {
    return "http://127.0.0.1:" + port;
  }
}
