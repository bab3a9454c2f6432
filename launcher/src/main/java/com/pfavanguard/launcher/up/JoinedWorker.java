package com.pfavanguard.launcher.up;

import com.pfavanguard.launcher.console.Console;
import com.pfavanguard.launcher.console.Json;
import com.pfavanguard.launcher.data.RunFile;
import com.pfavanguard.launcher.process.Child;
import java.io.IOException;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Keeps the entry of a joined worker in {@code run.json}. */
record JoinedWorker(RunFile runFile, Console console, int managementPort)
    implements Foreground.Hooks {
  @Override
  public void ready(Child child) throws IOException {
    runFile.update(
        run -> {
          without(run).add(RunDescription.worker(managementPort, child));
          return run;
        });
    console.say("Ready, metrics at " + address() + ". Ctrl-C stops it.");
    console.result(Json.line(RunDescription.worker(managementPort, child).put("ready", true)));
  }

  @Override
  public void stopping(Child child) throws IOException {
    console.say("stopping " + child.spec());
    runFile.update(
        run -> {
          without(run);
          return run;
        });
  }

  private ArrayNode without(ObjectNode run) {
    ArrayNode workers = run.withArray("workers");
    for (int i = workers.size() - 1; i >= 0; i--) {
      if (workers.get(i).path("managementUrl").asString("").equals(address())) {
        workers.remove(i);
      }
    }
    return workers;
  }

  private String address() {
    return Addresses.http(managementPort);
  }
}
