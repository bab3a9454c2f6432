package com.pfavanguard.launcher;

import com.pfavanguard.launcher.console.Console;
import com.pfavanguard.launcher.console.Json;
import com.pfavanguard.operations.database.DatabaseUrl;
import com.pfavanguard.operations.maintenance.MaintenanceSwitch;
import com.pfavanguard.operations.maintenance.MaintenanceSwitch.Setting;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "maintenance",
    description = {
      "Keep people from writing and tell them until when. Administrators and health are let through;",
      "all servers follow within a second."
    },
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
final class MaintenanceCommand {
  /** What people may still do. */
  enum Level {
    banner,
    page
  }

  @Spec private CommandSpec spec = CommandSpec.create();

  @Command(name = "on", description = "Begin.")
  int on(
      @Mixin CommonOptions common,
      @Mixin DatabaseOption database,
      @Option(
              names = "--level",
              defaultValue = "page",
              description = "banner lets people read, page (the default) keeps them out")
          Level level,
      @Option(names = "--message", paramLabel = "TEXT", description = "what people are told")
          @Nullable String message,
      @Option(
              names = "--ends-at",
              paramLabel = "MOMENT",
              description = "the announced end, such as 2026-11-25T18:00:00Z")
          @Nullable Instant endsAt)
      throws IOException, SQLException {
    return write(common, database, new Setting(true, level.name(), message, null, endsAt));
  }

  @Command(name = "announce", description = "Tell people beforehand; they go on working.")
  int announce(
      @Mixin CommonOptions common,
      @Mixin DatabaseOption database,
      @Option(names = "--starts-at", required = true, paramLabel = "MOMENT", description = "when")
          Instant startsAt,
      @Option(
              names = "--ends-at",
              required = true,
              paramLabel = "MOMENT",
              description = "until when")
          Instant endsAt,
      @Option(names = "--message", paramLabel = "TEXT", description = "what people are told")
          @Nullable String message)
      throws IOException, SQLException {
    if (!endsAt.isAfter(startsAt)) {
      throw new ParameterException(spec.commandLine(), "it must end after it starts");
    }
    return write(common, database, new Setting(false, "page", message, startsAt, endsAt));
  }

  @Command(name = "off", description = "End it, or take the announcement back.")
  int off(@Mixin CommonOptions common, @Mixin DatabaseOption database)
      throws IOException, SQLException {
    return write(common, database, Setting.OFF);
  }

  @Command(name = "status", description = "Show how it is set.")
  int status(@Mixin CommonOptions common, @Mixin DatabaseOption database)
      throws IOException, SQLException {
    return report(common.console(), open(common, database).read());
  }

  private static int write(CommonOptions common, DatabaseOption database, Setting setting)
      throws IOException, SQLException {
    MaintenanceSwitch maintenance = open(common, database);
    maintenance.write(setting);
    return report(common.console(), maintenance.read());
  }

  private static MaintenanceSwitch open(CommonOptions common, DatabaseOption database)
      throws IOException {
    return new MaintenanceSwitch(DatabaseUrl.parse(database.url(common)));
  }

  private static int report(Console console, Setting now) {
    String state = now.on() ? now.level() : now.startsAt() == null ? "off" : "announced";
    console.say(
        "maintenance %s%s%s%s"
            .formatted(
                state,
                now.startsAt() == null ? "" : ", from " + now.startsAt(),
                now.endsAt() == null ? "" : ", until " + now.endsAt(),
                now.message() == null ? "" : ": " + now.message()));
    console.result(
        Json.line(
            Json.object()
                .put("ok", true)
                .put("state", state)
                .put("message", now.message())
                .put("startsAt", text(now.startsAt()))
                .put("endsAt", text(now.endsAt()))));
    return 0;
  }

  private static @Nullable String text(@Nullable Instant moment) {
    return moment == null ? null : moment.toString();
  }
}
