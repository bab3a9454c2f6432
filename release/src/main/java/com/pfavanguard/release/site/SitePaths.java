package com.pfavanguard.release.site;

import com.pfavanguard.release.adapter.files.Artifacts;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** Where things are in a checkout. */
final class SitePaths {
  static final String JAR = "app/target/pfa-vanguard.jar";
  private static final String WEB = "web/target/classes/META-INF/resources";

  private SitePaths() {}

  static Path webBundle(Site site) {
    return site.path("web-bundle").orElse(site.installation().root().resolve(WEB));
  }

  static Artifacts artifacts(Site site) {
    Path root = site.installation().root();
    return new Artifacts(
        Map.of("application", root.resolve(JAR), "web", webBundle(site)),
        Stream.of("app", "release", "traffic", "operations", "secrets", "launcher")
            .map(module -> root.resolve(module).resolve("target/surefire-reports"))
            .toList());
  }
}
