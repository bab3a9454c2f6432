package com.pfavanguard.release.site;

import com.pfavanguard.launcher.Installation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The new version, started up to where it would begin to serve: its migrations are through then. It
 * runs with this process's environment, which names the schema's owner.
 */
record MigrationRun(Site site, Path jar) {

  void run() throws IOException, InterruptedException {
    Path log = site.installation().root().resolve("target/migration.log");
    ProcessBuilder builder =
        new ProcessBuilder(
                List.of(
                    Installation.java(),
                    "-Dspring.context.exit=onRefresh",
                    "-jar",
                    jar.toString(),
                    "--vanguard.role=server"))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().put("VANGUARD_SERVER_PORT", "0");
    builder.environment().put("VANGUARD_MANAGEMENT_PORT", "0");
    if (builder.start().waitFor() != 0) {
      throw new IOException("the migrations did not go through: see " + log);
    }
  }
}
