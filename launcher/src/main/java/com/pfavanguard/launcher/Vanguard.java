package com.pfavanguard.launcher;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The entry point of {@code ./vanguard}. Exit codes: 0 success, 1 failed promise, 2 wrong usage.
 */
@Command(
    name = "vanguard",
    description = "PFA Vanguard: equipment plans kept in step with PEMS.",
    mixinStandardHelpOptions = true,
    versionProvider = Vanguard.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "  trial      Break and kill everything, and prove that no edit came to harm",
      "             (a program of its own: see ./vanguard trial --help)"
    },
    subcommands = {
      UpCommand.class,
      ServerCommand.class,
      WorkerCommand.class,
      SimulatorCommand.class,
      SmokeCommand.class,
      AuditCommand.class,
      AlertsCommand.class,
      ProxyCommand.class,
      SwitchCommand.class,
      SecretsCommand.class,
      BackupCommand.class,
      RestoreCommand.class,
      WebCommand.class,
      MaintenanceCommand.class,
      AnnounceCommand.class
    })
public final class Vanguard {
  private Vanguard() {}

  /** Ends the JVM with the command's exit code. */
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Vanguard()).setExecutionExceptionHandler(new Failure());
  }

  /** The version of the build. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"PFA Vanguard " + Installation.detect().version()};
    }
  }
}
