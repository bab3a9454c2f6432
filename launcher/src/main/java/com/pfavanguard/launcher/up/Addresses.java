package com.pfavanguard.launcher.up;

import com.pfavanguard.launcher.data.Ports;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The loopback ports of one run.
 *
 * @param users where users come: the server's, or the proxy's before two of them
 */
record Addresses(
    int database,
    int users,
    List<Server> servers,
    int simulator,
    int simulatorControl,
    List<Integer> workerManagement) {

  /** Of one server. */
  record Server(int port, int management) {
    String url() {
      return http(port);
    }
  }

  /** Claims all of them at once, so that a taken one stops the start before anything runs. */
  static Addresses claim(UpOptions options) throws IOException {
    try (Ports ports = new Ports()) {
      int users = ports.claim(options.port(), "--port");
      int management = ports.claim(options.managementPort(), "--management-port");
      int simulator = ports.claim(options.simulatorPort(), "--simulator-port");
      int control =
          ports.claim(options.simulatorPort() == 0 ? 0 : simulator + 1, "--simulator-port");
      List<Integer> workers = new ArrayList<>();
      for (int i = 1; i <= options.workers(); i++) {
        workers.add(ports.prefer(options.managementPort() == 0 ? 0 : management + i));
      }
      List<Server> servers = new ArrayList<>();
      if (options.blueGreen()) {
        servers.add(new Server(ports.claim(0, ""), management));
        servers.add(new Server(ports.claim(0, ""), ports.claim(0, "")));
      } else {
        servers.add(new Server(users, management));
      }
      return new Addresses(ports.claim(0, ""), users, servers, simulator, control, workers);
    }
  }

  static String http(int port) {
    return "http://127.0.0.1:" + port;
  }
}
