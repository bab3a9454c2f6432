package com.pfavanguard.release.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.pfavanguard.release.journal.Entry;
import com.pfavanguard.release.run.RecordedRelease;
import com.pfavanguard.release.story.Story;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsFileTest {
  @TempDir private Path home;

  @Test
  void aReleaseIsInProgressDuringTheDeploymentAndNotWhileItIsWatchedForADay() throws IOException {
    RecordedRelease release = RecordedRelease.complete(home);
    Path file = home.resolve("release.prom");
    String before = "";
    StringBuilder seen = new StringBuilder();
    for (int told = 1; told <= release.entries().size(); told++) {
      List<Entry> entries = release.entries().subList(0, told);
      new MetricsFile(release.definition(), file).look(Story.of(entries), entries.getLast().at());
      String now = Files.readString(file).contains("pfa_release_in_progress 1") ? "1" : "0";
      seen.append(now.equals(before) ? "" : now);
      before = now;
    }
    assertThat(seen).hasToString("010");
    assertThat(Files.readString(file))
        .contains("pfa_release_runner_heartbeat_timestamp_seconds 1.7");
  }
}
