package com.pfavanguard.launcher.up;

import com.pfavanguard.launcher.Installation;
import com.pfavanguard.launcher.console.Json;
import com.pfavanguard.launcher.postgres.Role;
import com.pfavanguard.launcher.process.Child;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The text of {@code run.json}. */
record RunDescription(
    Installation installation, Programs programs, Addresses addresses, Processes processes) {

  /** The processes of one run; their ids change when they are restarted. */
  record Processes(Child database, Child simulator, List<Child> servers, List<Child> workers) {}

  ObjectNode toJson() {
    ObjectNode run =
        Json.object().put("version", installation.version()).put("commit", installation.commit());
    server(run.putObject("server"), 0).put("url", Addresses.http(addresses.users()));
    if (processes.servers.size() > 1) {
      ObjectNode colours = run.putObject("colours");
      for (int i = 0; i < processes.servers.size(); i++) {
        server(colours.putObject(Front.COLOURS.get(i).toString()), i);
      }
    }
    ArrayNode workers = run.putArray("workers");
    for (int i = 0; i < processes.workers.size(); i++) {
      workers.add(worker(addresses.workerManagement().get(i), processes.workers.get(i)));
    }
    run.putObject("simulator")
        .put("url", programs.pems().url())
        .put("controlUrl", Addresses.http(addresses.simulatorControl()))
        .put("tenant", programs.pems().tenant())
        .put("basicAuth", programs.pems().basicAuth())
        .put("pid", processes.simulator.pid());
    run.putObject("database")
        .put("url", programs.database().url(Role.OPERATOR, programs.secrets()))
        .put("pid", processes.database.pid());
    run.set("users", DemoFile.users(programs.secrets(), false));
    return run;
  }

  private ObjectNode server(ObjectNode node, int place) {
    Addresses.Server ports = addresses.servers().get(place);
    return node.put("url", ports.url())
        .put("managementUrl", Addresses.http(ports.management()))
        .put("pid", processes.servers.get(place).pid());
  }

  /** The same with the workers that joined since, which keep themselves. */
  ObjectNode toJson(ObjectNode before) {
    ObjectNode run = toJson();
    List<Integer> own = addresses.workerManagement();
    for (JsonNode worker : before.path("workers")) {
      String address = worker.path("managementUrl").asString("");
      if (own.stream().map(Addresses::http).noneMatch(address::equals)) {
        run.withArray("workers").add(worker);
      }
    }
    return run;
  }

  static ObjectNode worker(int managementPort, Child worker) {
    return Json.object()
        .put("managementUrl", Addresses.http(managementPort))
        .put("pid", worker.pid());
  }
}
