package com.pfavanguard.release.view;

import com.pfavanguard.release.definition.Definition;
import com.pfavanguard.release.definition.Definition.Phase;
import com.pfavanguard.release.run.Audience;
import com.pfavanguard.release.story.Story;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * {@code pfa_release_*} of a running release in a file for Prometheus's textfile collector. A file
 * and not an endpoint: when the runner dies its last heartbeat stays, and an alert sees it grow
 * old.
 */
public final class MetricsFile implements Audience {
  private static final Duration EVERY = Duration.ofSeconds(10);

  private final Definition definition;
  private final Path file;
  private @Nullable Instant written;

  public MetricsFile(Definition definition, Path file) {
    this.definition = definition;
    this.file = file;
  }

  @Override
  public void look(Story story, Instant now) {
    boolean over = !story.outcome().isEmpty();
    if (over || written == null || !now.isBefore(written.plus(EVERY))) {
      written = now;
      write(text(story, now));
    }
  }

  /** In progress is T-0 alone: other alerts are silent meanwhile, and must not be for a day. */
  private boolean isInProgress(Story story) {
    boolean begun = false;
    boolean ended = true;
    for (Phase phase : definition.phases()) {
      if (phase.anchor().equals("T")) {
        begun |= story.phase(phase.id()).isPresent();
        ended &= story.phase(phase.id()).map(told -> told.endedAt()).isPresent();
      }
    }
    boolean back = story.back().map(told -> told.endedAt()).isPresent();
    return begun && !ended && !back && story.outcome().isEmpty();
  }

  private String text(Story story, Instant now) {
    Slack slack = Slack.of(definition, story, now);
    return gauge("pfa_release_in_progress", isInProgress(story) ? 1 : 0)
        + gauge("pfa_release_runner_heartbeat_timestamp_seconds", now.toEpochMilli() / 1000.0)
        + gauge("pfa_release_slack_seconds", slack.left().toMillis() / 1000.0)
        + gauge("pfa_release_holds", story.openHolds().size())
        + gauge("pfa_release_rolled_back", story.back().isPresent() ? 1 : 0);
  }

  private static String gauge(String name, double value) {
    return "# TYPE %s gauge\n%s %s\n".formatted(name, name, value);
  }

  /** Whole or not at all: the collector may read at any moment. */
  private void write(String text) {
    try {
      Path part = file.resolveSibling(file.getFileName() + ".part");
      Files.writeString(part, text);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("the metrics cannot be written to " + file, e);
    }
  }
}
