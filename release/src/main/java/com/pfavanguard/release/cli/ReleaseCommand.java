package com.pfavanguard.release.cli;

import com.pfavanguard.launcher.Failure;
import com.pfavanguard.release.rehearsal.DrillCommand;
import com.pfavanguard.release.rehearsal.RehearseCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code ./vanguard release}. Exit codes: 0 success, 1 a promise not kept, 2 wrong usage. */
@Command(
    name = "release",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "The deployment checklist that runs itself, and the evidence that it did.",
    subcommands = {
      LintCommand.class,
      PlanCommand.class,
      EnrollCommand.class,
      RunCommand.class,
      ResumeCommand.class,
      StatusCommand.class,
      ApproveCommand.class,
      AnswerCommand.class,
      DecideCommand.class,
      OverrideCommand.class,
      ObserveCommand.class,
      RollbackCommand.class,
      ReportCommand.class,
      VerifyCommand.class,
      RehearseCommand.class,
      DrillCommand.class
    })
public final class ReleaseCommand {
  private ReleaseCommand() {}

  /** Ends the JVM with the command's exit code. */
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return new CommandLine(new ReleaseCommand())
        .setCommandName("vanguard release")
        .setExecutionExceptionHandler(new Failure());
  }
}
