package com.pfavanguard.launcher;

import com.pfavanguard.launcher.console.Console;
import com.pfavanguard.launcher.console.Json;
import com.pfavanguard.operations.messages.Announcement;
import com.pfavanguard.operations.messages.Channel;
import com.pfavanguard.operations.messages.Channels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ObjectNode;

@Command(
    name = "announce",
    description = "Tell people: status page, mail, chat, from the templates in ops/messages.",
    footer = {
      "",
      "Told is whoever the environment names: VANGUARD_CHAT_WEBHOOK_URL; VANGUARD_STATUS_PAGE_URL",
      "and _TOKEN; VANGUARD_SMTP_URL, VANGUARD_MAIL_FROM and VANGUARD_MAIL_TO. What may be",
      "repeated is tried three times; exit code 1 when a channel was not told."
    })
final class AnnounceCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private CommonOptions common = new CommonOptions();

  @Option(
      names = "--template",
      required = true,
      paramLabel = "NAME",
      description = "a folder in ops/messages, such as maintenance-planned")
  private String template = "";

  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE",
      description = "a value for the texts; repeatable")
  private Map<String, String> values = Map.of();

  @Option(
      names = "--channel",
      paramLabel = "NAME",
      description = "only this one: chat, status or mail; repeatable")
  private List<String> only = List.of();

  @Option(names = "--dry-run", description = "show what would be sent, and to where")
  private boolean dryRun;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Console console = common.console();
    Announcement announcement =
        Announcement.of(folder(), channels(), values, duration -> Thread.sleep(duration));
    if (dryRun) {
      return show(announcement, console);
    }
    Announcement.Outcome outcome = announcement.send();
    outcome.sent().forEach(channel -> console.say("told: " + channel));
    outcome
        .failed()
        .forEach((channel, why) -> console.say("NOT told: %s: %s".formatted(channel, why)));
    ObjectNode report = Json.object().put("ok", outcome.failed().isEmpty());
    var sent = report.putArray("sent");
    outcome.sent().forEach(sent::add);
    ObjectNode failed = report.putObject("failed");
    outcome.failed().forEach(failed::put);
    console.result(Json.line(report));
    return outcome.failed().isEmpty() ? 0 : 1;
  }

  private static int show(Announcement announcement, Console console) {
    ObjectNode report = Json.object().put("ok", true).put("dryRun", true);
    var messages = report.putArray("messages");
    announcement
        .texts()
        .forEach(
            (channel, text) -> {
              console.say("--- " + channel);
              text.headers().forEach((name, value) -> console.say(name + ": " + value));
              console.say(text.body());
              messages
                  .addObject()
                  .put("channel", channel.name())
                  .put("to", channel.destination())
                  .put("text", text.body());
            });
    console.result(Json.line(report));
    return 0;
  }

  private Path folder() throws IOException {
    Path all = Installation.detect().root().resolve("ops/messages");
    List<String> known = names(all);
    if (!known.contains(template)) {
      throw new ParameterException(
          spec.commandLine(),
          "there is no template %s; there are: %s".formatted(template, String.join(", ", known)));
    }
    return all.resolve(template);
  }

  private static List<String> names(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
    }
  }

  private List<Channel> channels() {
    List<Channel> all = Channels.of(System.getenv());
    List<Channel> chosen =
        all.stream().filter(c -> only.isEmpty() || only.contains(c.name())).toList();
    List<String> names = chosen.stream().map(Channel::name).toList();
    List<String> unknown = only.stream().filter(name -> !names.contains(name)).toList();
    if (chosen.isEmpty() || !unknown.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(),
          unknown.isEmpty()
              ? "the environment names nobody to tell"
              : "not configured: " + String.join(", ", unknown));
    }
    return chosen;
  }
}
