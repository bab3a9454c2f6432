package com.pfavanguard.release.rehearsal;

import com.pfavanguard.launcher.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One version of the product.
 *
 * @param buildInfo names the version where the jar itself would name another; null where it does
 *     not
 */
record Build(Installation installation, String version, @Nullable Path buildInfo) {

  static Build ofThisCheckout(Installation installation) {
    return new Build(installation, installation.version(), null);
  }

  /** Where there is no earlier build, this one again under another number. */
  static Build sameAgain(Installation installation, Path folder) throws IOException {
    String version = installation.version() + "-previous";
    Path info = folder.resolve("previous-build.properties");
    Files.writeString(
        info,
        """
        build.group=com.pfavanguard
        build.artifact=vanguard-app
        build.name=PFA Vanguard
        build.version=%s
        build.time=%s
        """
            .formatted(version, Instant.EPOCH));
    return new Build(installation, version, info);
  }

  /** An earlier one that was built before. */
  static Build of(Installation installation, Path jar, String version) {
    Installation earlier =
        new Installation(
            installation.root(), jar, installation.simulatorJar(), version, installation.commit());
    return new Build(earlier, version, null);
  }
}
