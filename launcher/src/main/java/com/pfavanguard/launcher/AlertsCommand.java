package com.pfavanguard.launcher;

import com.pfavanguard.launcher.alerts.PageVerdict;
import com.pfavanguard.launcher.alerts.TestPage;
import com.pfavanguard.launcher.console.Console;
import com.pfavanguard.launcher.console.Json;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "alerts",
    description = "Whether alerts reach somebody.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = AlertsCommand.Test.class)
final class AlertsCommand {

  @Command(
      name = "test",
      description =
          "Send a test page through Alertmanager and say Working or Broken; exit code 1 when broken.")
  static final class Test implements Callable<Integer> {
    @Mixin private CommonOptions common = new CommonOptions();

    @Option(
        names = "--alertmanager",
        paramLabel = "URL",
        description = "default: ${DEFAULT-VALUE}",
        defaultValue = "http://127.0.0.1:9093")
    private String alertmanager = "";

    @Option(
        names = "--timeout",
        paramLabel = "SECONDS",
        description = "how long a page may take (default: ${DEFAULT-VALUE})",
        defaultValue = "30")
    private int timeout;

    @Override
    public Integer call() throws InterruptedException {
      Console console = common.console();
      return switch (new TestPage(alertmanager, Duration.ofSeconds(timeout)).send()) {
        case PageVerdict.Working() -> {
          console.say("Working: the pager took a test page");
          console.result(Json.line(Json.object().put("ok", true).put("verdict", "Working")));
          yield 0;
        }
        case PageVerdict.Broken(String reason) -> {
          console.say("Broken: " + reason);
          console.result(
              Json.line(
                  Json.object().put("ok", false).put("verdict", "Broken").put("reason", reason)));
          yield 1;
        }
      };
    }
  }
}
