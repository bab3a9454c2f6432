package com.pfavanguard.release.cli;

import com.pfavanguard.launcher.console.Console;
import com.pfavanguard.launcher.console.Refusal;
import com.pfavanguard.operations.OperationRefused;
import com.pfavanguard.release.journal.JournalBusy;
import com.pfavanguard.release.journal.Json;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code ./vanguard release}. Exit codes: 0 success, 1 a promise not kept, 2 wrong usage. */
@Command(
    name = "release",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "The deployment checklist that runs itself, and the evidence that it did.",
    subcommands = {RunCommand.class, ResumeCommand.class, EnrollCommand.class})
public final class ReleaseCommand {
  private ReleaseCommand() {}

  /** Ends the JVM with the command's exit code. */
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return new CommandLine(new ReleaseCommand())
        .setCommandName("vanguard release")
        .setExecutionExceptionHandler(
            (failure, command, parsed) -> {
              Console console = Console.of(command.getParseResult().hasMatchedOption("--json"));
              String message = message(failure);
              console.status("");
              console.say("vanguard: " + message);
              console.result(Json.canonical(Json.object().put("ok", false).put("error", message)));
              return 1;
            });
  }

  private static String message(Exception failure) {
    boolean expected =
        failure instanceof Refusal
            || failure instanceof OperationRefused
            || failure instanceof JournalBusy;
    return expected ? String.valueOf(failure.getMessage()) : failure.toString();
  }
}
