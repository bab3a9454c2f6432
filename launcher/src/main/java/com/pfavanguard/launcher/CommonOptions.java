package com.pfavanguard.launcher;

import com.pfavanguard.launcher.console.Console;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The options that every command has. */
@Command(mixinStandardHelpOptions = true)
final class CommonOptions {
  @Option(
      names = "--data-dir",
      paramLabel = "DIR",
      description = "where the data is kept (default: .vanguard in the checkout)")
  private @Nullable Path dataDirectory;

  @Option(
      names = "--json",
      description = "print exactly one JSON object; everything else goes to standard error")
  private boolean json;

  // Handled by the script, which builds before it starts this program; here for --help.
  @Option(names = "--no-build", description = "do not build what is stale first")
  @SuppressWarnings("UnusedVariable")
  private boolean noBuild;

  Path dataDirectory(Installation installation) {
    return dataDirectory == null ? installation.defaultDataDirectory() : dataDirectory;
  }

  Console console() {
    return Console.of(json);
  }
}
