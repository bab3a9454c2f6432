package com.pfavanguard.release.rehearsal;

import com.pfavanguard.launcher.Installation;
import com.pfavanguard.launcher.console.Refusal;
import com.pfavanguard.release.cli.AnchorOption;
import com.pfavanguard.release.cli.KeyFolder;
import com.pfavanguard.release.evidence.EvidenceFolder;
import com.pfavanguard.release.run.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a rehearsal and a drill are told. */
final class RehearsalOptions {
  @Option(
      names = "--evidence",
      paramLabel = "DIR",
      description = "an empty folder (default: a new one in .vanguard/rehearsals)")
  private @Nullable Path evidence;

  @Option(
      names = "--previous-jar",
      paramLabel = "FILE",
      description =
          "an earlier build of the application (default: this one again, under another number)")
  private @Nullable Path previousJar;

  @Option(
      names = "--previous",
      paramLabel = "VERSION",
      description = "the version that the earlier build reports")
  private @Nullable String previous;

  @Mixin private AnchorOption anchor = new AnchorOption();

  /** Signed by this machine's runner, so that {@code release verify} knows it. */
  Stage stage(Installation installation, KeyFolder keys) throws IOException {
    return new Stage(evidence(installation), keys.runner(), anchor.anchor(keys));
  }

  Script script(Installation installation, String leftOut) throws IOException {
    Path release = installation.root().resolve("ops/release");
    return Script.of(
        release.resolve("production.yaml"),
        release.resolve("rehearsal.yaml"),
        absent(installation),
        leftOut);
  }

  /** What a fresh machine does not have. */
  private static Map<String, String> absent(Installation installation) throws IOException {
    Map<String, String> absent = new TreeMap<>();
    for (String measure : new String[] {"redis.answers", "redis.memory", "secrets.redis"}) {
      absent.put(measure, "The rehearsed system runs without Redis.");
    }
    for (String board : new String[] {"health", "sync", "conflicts", "cost"}) {
      absent.put("dashboards." + board, "Panels of exporters have nothing to show here.");
    }
    absent.put("monitoring-after.dashboards", "Panels of exporters have nothing to show here.");
    if (!BrowserLook.isPossible(installation.root())) {
      for (String seen : new String[] {"login", "data", "sync-button", "console"}) {
        absent.put("browser." + seen, "There is no browser on this machine.");
      }
    }
    if (!wasTested(installation)) {
      absent.put("build.tests", "The tests were not run on this machine.");
    }
    return absent;
  }

  private static boolean wasTested(Installation installation) throws IOException {
    Path reports = installation.root().resolve("app/target/surefire-reports");
    if (!Files.isDirectory(reports)) {
      return false;
    }
    try (Stream<Path> files = Files.list(reports)) {
      return files.findAny().isPresent();
    }
  }

  private EvidenceFolder evidence(Installation installation) throws IOException {
    Path folder = evidence;
    if (folder == null) {
      String stamp = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
      folder =
          installation
              .defaultDataDirectory()
              .resolve("rehearsals")
              .resolve(stamp.replaceAll("[-:]", ""));
    }
    EvidenceFolder named = new EvidenceFolder(folder.toAbsolutePath().normalize());
    if (named.hasJournal()) {
      throw new Refusal(named.root() + " holds a release already: name another folder");
    }
    Files.createDirectories(named.root());
    return named;
  }

  Theatre.Builds builds(Installation installation) throws IOException {
    Path jar = previousJar;
    Build earlier =
        jar == null
            ? Build.sameAgain(installation, Files.createTempDirectory("vanguard-previous-"))
            : Build.of(installation, jar, previous == null ? "previous" : previous);
    return new Theatre.Builds(Build.ofThisCheckout(installation), earlier);
  }
}
