package com.pfavanguard.launcher.up;

import com.pfavanguard.launcher.client.VanguardApi;
import com.pfavanguard.launcher.console.Json;
import com.pfavanguard.launcher.process.Child;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** How a starting process tells that it is ready. */
interface Readiness {
  /** What it can do by now, for the console; empty while it is not ready. */
  Optional<String> look() throws IOException, InterruptedException;

  /** The server's and the worker's own readiness, which covers their connections. */
  static Readiness ofApp(int managementPort, String description) {
    VanguardApi management = VanguardApi.anonymous(Addresses.http(managementPort));
    return () -> {
      try {
        int status = management.get("/actuator/health/readiness").status();
        return status == 200 ? Optional.of(description) : Optional.empty();
      } catch (IOException notListening) {
        return Optional.empty();
      }
    };
  }

  /** The one JSON line that the simulator prints. */
  static Readiness ofSimulator(Child simulator) {
    return () -> {
      try (var lines = Files.lines(simulator.spec().log())) {
        return lines
            .filter(line -> line.matches("\\{.*\"controlUrl\".*}"))
            .findFirst()
            .map(Json::parse)
            .map(Readiness::records);
      }
    };
  }

  private static String records(JsonNode line) {
    return "PEMS with %,d records".formatted(line.path("records").asLong(0));
  }
}
