package com.pfavanguard.trial.bench;

import com.pfavanguard.launcher.Failure;
import com.pfavanguard.launcher.Installation;
import com.pfavanguard.launcher.console.Console;
import com.pfavanguard.launcher.console.Json;
import com.pfavanguard.launcher.data.FileTree;
import com.pfavanguard.launcher.process.StopOnSignal;
import com.pfavanguard.trial.Readers;
import com.pfavanguard.trial.stage.Disguise;
import com.pfavanguard.trial.stage.Door;
import com.pfavanguard.trial.stage.Stage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./vanguard bench NAME}. Exit codes: 0 as promised, 1 not so, 2 wrong usage. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = "Measure on processes of its own; say which.",
    synopsisSubcommandLabel = "NAME")
public final class BenchCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  /** Ends the JVM with the command's exit code. */
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return new CommandLine(new BenchCommand())
        .setCommandName("vanguard bench")
        .setExecutionExceptionHandler(new Failure());
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say what to measure");
  }

  @Command(
      name = "rate-limit",
      mixinStandardHelpOptions = true,
      description =
          "How much of a tenant's refill of 10 requests a second 4, 2 and 1 workers use, and how"
              + " often it refuses them; exit 1 below 99 %% or with a refusal.")
  int rateLimit(
      @Option(names = "--seconds", defaultValue = "60", description = "for each") int seconds,
      @Option(names = "--json", description = "print exactly one JSON object") boolean json)
      throws Exception {
    requirePositive("--seconds", seconds);
    return run(new RateLimit(seconds), json);
  }

  @Command(
      name = "edit-to-pems",
      mixinStandardHelpOptions = true,
      description = "How long edits take, one after another, from the commit until PEMS has them.")
  int editToPems(
      @Option(names = "--edits", defaultValue = "50", description = "how many") int edits,
      @Option(names = "--json", description = "print exactly one JSON object") boolean json)
      throws Exception {
    requirePositive("--edits", edits);
    return run(new EditToPems(edits), json);
  }

  @Command(
      name = "authorization",
      mixinStandardHelpOptions = true,
      description =
          "What it adds to a request to be judged (session, permissions, rate limit): nobody beside"
              + " somebody, turn by turn; exit 1 when it adds 1 ms or more.")
  int authorization(
      @Option(names = "--requests", defaultValue = "3000", description = "of each caller")
          int requests,
      @Option(names = "--json", description = "print exactly one JSON object") boolean json)
      throws Exception {
    requirePositive("--requests", requests);
    if (requests > Authorization.MOST) {
      throw new ParameterException(
          spec.commandLine(),
          "--requests must be %d or less: a user is limited to 6000 a minute"
              .formatted(Authorization.MOST));
    }
    return run(new Authorization(requests), json);
  }

  private void requirePositive(String option, int value) {
    if (value < 1) {
      throw new ParameterException(spec.commandLine(), option + " must be 1 or more");
    }
  }

  private static int run(Bench bench, boolean json) throws Exception {
    Console console = Console.of(json);
    Path folder = Files.createTempDirectory("vanguard-bench-");
    try (Stage stage =
            Stage.open(Installation.detect(), folder, bench.size(), Disguise.NONE, console::say);
        StopOnSignal _ = new StopOnSignal(() -> stopped(stage))) {
      String admin = stage.accounts().admin();
      String password = stage.accounts().password();
      new Readers(Door.signIn(stage.serverAddresses(), admin, password, new Random(1))).readAll();
      Result result = bench.measure(stage, console::say);
      result.lines().forEach(console::say);
      console.result(Json.line(result.json()));
      return result.kept() ? 0 : 1;
    } finally {
      FileTree.delete(folder);
    }
  }

  private static int stopped(Stage stage) throws java.io.IOException {
    stage.close();
    return 1;
  }
}
