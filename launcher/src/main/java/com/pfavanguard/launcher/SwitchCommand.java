package com.pfavanguard.launcher;

import com.pfavanguard.launcher.console.Console;
import com.pfavanguard.launcher.console.Json;
import com.pfavanguard.launcher.console.Refusal;
import com.pfavanguard.traffic.Changeover;
import com.pfavanguard.traffic.Colour;
import com.pfavanguard.traffic.Drained;
import com.pfavanguard.traffic.haproxy.HaproxySwitch;
import com.pfavanguard.traffic.jvm.JvmSwitch;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ObjectNode;

@Command(
    name = "switch",
    description = "Lead users to the other of two running versions; without --to, say who leads.",
    footer = {
      "",
      "Turns ./vanguard proxy of the data directory, or with --haproxy the HAProxy of a deployment.",
      "Refuses a target that is not healthy; turns back when the address does not answer as it must."
    })
final class SwitchCommand implements Callable<Integer> {
  private static final int MOST_SECONDS = 3600;

  @Mixin private CommonOptions common = new CommonOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--to", paramLabel = "COLOUR", description = "blue or green")
  private @Nullable String to;

  @Option(
      names = "--expect",
      paramLabel = "VERSION",
      description = "refuse a target of another version")
  private @Nullable String expected;

  @Option(
      names = "--drain",
      paramLabel = "SECONDS",
      defaultValue = "30",
      description = "requests under way may take so long (default: ${DEFAULT-VALUE})")
  private int drainSeconds;

  @Option(names = "--haproxy", paramLabel = "SOCKET", description = "HAProxy's runtime socket")
  private @Nullable Path haproxy;

  @Option(
      names = "--map",
      paramLabel = "FILE",
      defaultValue = "/var/lib/pfa-vanguard/active.map",
      description = "HAProxy's active map (default: ${DEFAULT-VALUE})")
  private Path map = Path.of("");

  @Option(
      names = "--url",
      paramLabel = "URL",
      description = "the public address; needed with --haproxy")
  private @Nullable URI url;

  @Override
  public Integer call() throws IOException, InterruptedException {
    new Range(spec).require("--drain", drainSeconds, 0, MOST_SECONDS);
    Colour target = to == null ? null : colour(to);
    try {
      Changeover changeover = changeover();
      Console console = common.console();
      return target == null ? tell(changeover, console) : turn(changeover, target, console);
    } catch (IOException e) {
      throw new Refusal(String.valueOf(e.getMessage()), e);
    }
  }

  private Changeover changeover() throws IOException {
    if (haproxy == null) {
      JvmSwitch own = new JvmSwitch(common.dataDirectory(Installation.detect()));
      return new Changeover(own, url == null ? own.publicAddress() : url);
    }
    if (url == null) {
      throw new ParameterException(spec.commandLine(), "--haproxy needs --url");
    }
    return new Changeover(new HaproxySwitch(haproxy, map), url);
  }

  private int tell(Changeover changeover, Console console)
      throws IOException, InterruptedException {
    Told told = Told.status(changeover.status(), changeover.publicHealth());
    console.say(told.line());
    console.result(Json.line(told.json()));
    return 0;
  }

  private int turn(Changeover changeover, Colour target, Console console)
      throws IOException, InterruptedException {
    Told told = Told.outcome(changeover.switchTo(target, expected));
    console.say(told.line());
    if (told.leads()) {
      drain(changeover, target.other(), console, told.json());
    }
    console.result(Json.line(told.json()));
    return told.leads() ? 0 : 1;
  }

  private void drain(Changeover changeover, Colour old, Console console, ObjectNode result)
      throws IOException, InterruptedException {
    Drained drained = changeover.drain(old, Duration.ofSeconds(drainSeconds));
    console.say(
        "%s is quiet after %.1f s: %d WebSockets moved, %d requests cut"
            .formatted(
                old, drained.took().toMillis() / 1e3, drained.streams(), drained.cutRequests()));
    result
        .putObject("drained")
        .put("streams", drained.streams())
        .put("cutRequests", drained.cutRequests())
        .put("seconds", drained.took().toMillis() / 1e3);
  }

  private Colour colour(String text) {
    try {
      return Colour.named(text);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(
          spec.commandLine(), "--to must be blue or green, not " + text, e);
    }
  }
}
