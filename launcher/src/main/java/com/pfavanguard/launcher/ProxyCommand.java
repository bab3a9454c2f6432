package com.pfavanguard.launcher;

import com.pfavanguard.launcher.console.Console;
import com.pfavanguard.launcher.console.Json;
import com.pfavanguard.launcher.data.DataDirectory;
import com.pfavanguard.launcher.process.StopOnSignal;
import com.pfavanguard.traffic.jvm.JvmProxy;
import com.pfavanguard.traffic.jvm.ProxySettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "proxy",
    description = "Lead one address to one of two servers; ./vanguard switch turns it.")
final class ProxyCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8000",
      description = "of the address; 0 takes a free one (default: ${DEFAULT-VALUE})")
  private int port;

  @Option(
      names = "--address",
      paramLabel = "HOST",
      defaultValue = "127.0.0.1",
      description = "to listen at (default: ${DEFAULT-VALUE})")
  private String address = "";

  @Option(names = "--blue", paramLabel = "URL", required = true, description = "a server")
  private URI blue = URI.create("");

  @Option(names = "--green", paramLabel = "URL", required = true, description = "the other server")
  private URI green = URI.create("");

  /** Returns only when it cannot start: it ends with Ctrl-C. */
  @Override
  public Integer call() throws IOException, InterruptedException {
    Range range = new Range(spec);
    range.require("--port", port, 0, Range.LAST_PORT);
    ServerAddress.require(spec, "--blue", blue);
    ServerAddress.require(spec, "--green", green);
    Console console = common.console();
    Path folder = DataDirectory.open(common.dataDirectory(Installation.detect())).path();
    ProxySettings settings = new ProxySettings(address, port, blue, green, folder);
    JvmProxy proxy = new JvmProxy(settings);
    try (StopOnSignal _ = new StopOnSignal(() -> stop(proxy))) {
      String url = "http://%s:%d".formatted(address, proxy.port());
      console.say("Ready at %s, turned by ./vanguard switch --data-dir %s".formatted(url, folder));
      console.result(
          Json.line(
              Json.object()
                  .put("ready", true)
                  .put("url", url)
                  .put("pid", ProcessHandle.current().pid())));
      new CountDownLatch(1).await();
    }
    return 0;
  }

  private static int stop(JvmProxy proxy) throws IOException {
    proxy.close();
    return 0;
  }
}
