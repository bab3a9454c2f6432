package com.pfavanguard.trial;

import com.pfavanguard.launcher.Failure;
import com.pfavanguard.launcher.Installation;
import com.pfavanguard.launcher.console.Console;
import com.pfavanguard.launcher.console.Json;
import com.pfavanguard.launcher.data.FileTree;
import com.pfavanguard.trial.mutant.Mutant;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./vanguard trial}. Exit codes: 0 every promise held, 1 not so, 2 wrong usage. */
@Command(
    name = "trial",
    mixinStandardHelpOptions = true,
    description =
        "Edit, break and kill everything for a while on processes of its own; then prove from PEMS's"
            + " own log that nothing was lost, doubled or overwritten.")
public final class TrialCommand implements Callable<Integer> {
  private static final int MOST_EDITS = 1_000_000;
  private static final int USUAL_EDITS = 1_000;
  private static final int EDITS_OF_A_MUTANT = 60;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--edits",
      paramLabel = "N",
      description = "committed edits (default: 1000; 60 with a mutant)")
  private @Nullable Integer edits;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "of everything that chance decides (default: ${DEFAULT-VALUE})")
  private long seed;

  @Option(
      names = "--mutant",
      paramLabel = "NAME",
      completionCandidates = Mutants.class,
      description = "break the engine on purpose: ${COMPLETION-CANDIDATES}")
  private @Nullable String mutant;

  @Option(
      names = "--json",
      description = "print exactly one JSON object; everything else goes to standard error")
  private boolean json;

  // Handled by the script, which builds before it starts this program; here for --help.
  @Option(names = "--no-build", description = "do not build what is stale first")
  @SuppressWarnings("UnusedVariable")
  private boolean noBuild;

  /** The names of the mutants. */
  static final class Mutants implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Arrays.stream(Mutant.values()).map(Mutant::toString).iterator();
    }
  }

  /** Ends the JVM with the command's exit code. */
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return new CommandLine(new TrialCommand())
        .setCommandName("vanguard trial")
        .setExecutionExceptionHandler(new Failure());
  }

  @Override
  public Integer call() throws Exception {
    TrialOptions options = options();
    Console console = Console.of(json);
    Path folder = Files.createTempDirectory("vanguard-trial-");
    Report report = new Trial(Installation.detect(), progress(folder)).run(options, folder);
    if (report.passed() || options.mutant().isPresent()) {
      FileTree.delete(folder);
    } else {
      System.err.println("the logs of its processes are in " + folder.resolve("logs"));
    }
    report.lines().forEach(console::say);
    console.result(Json.line(report.toJson()));
    return report.passed() ? 0 : 1;
  }

  private static Progress progress(Path folder) {
    Progress progress = new Progress(System.err);
    progress.accept("in " + folder);
    return progress;
  }

  private TrialOptions options() {
    String name = mutant;
    var chosen = name == null ? java.util.Optional.<Mutant>empty() : Mutant.named(name);
    if (name != null && chosen.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(),
          "there is no mutant '%s'; known are %s"
              .formatted(name, Arrays.toString(Mutant.values())));
    }
    Integer given = edits;
    int count = given != null ? given : chosen.isPresent() ? EDITS_OF_A_MUTANT : USUAL_EDITS;
    if (count < 1 || count > MOST_EDITS) {
      throw new ParameterException(
          spec.commandLine(), "--edits must be from 1 to %d, not %d".formatted(MOST_EDITS, count));
    }
    return new TrialOptions(count, seed, chosen);
  }
}
