package com.pfavanguard.release.cli;

import com.pfavanguard.launcher.Installation;
import com.pfavanguard.launcher.console.Console;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The options that every command has. */
@Command(mixinStandardHelpOptions = true)
public final class CommonOptions {
  @Option(
      names = "--json",
      description = "print exactly one JSON object; everything else goes to standard error")
  private boolean json;

  @Option(
      names = "--keys",
      paramLabel = "DIR",
      description =
          "where the runner's key and the roster are (default: .vanguard/release in the checkout)")
  private @Nullable Path keys;

  // Handled by the script, which builds before it starts this program; here for --help.
  @Option(names = "--no-build", description = "do not build what is stale first")
  @SuppressWarnings("UnusedVariable")
  private boolean noBuild;

  public Console console() {
    return Console.of(json);
  }

  public KeyFolder keys() {
    Path usual = Installation.detect().defaultDataDirectory().resolve("release");
    return new KeyFolder(keys == null ? usual : keys);
  }
}
