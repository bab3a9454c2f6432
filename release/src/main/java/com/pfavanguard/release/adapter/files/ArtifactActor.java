package com.pfavanguard.release.adapter.files;

import com.pfavanguard.release.adapter.Deed;
import com.pfavanguard.release.adapter.FactTree;
import com.pfavanguard.release.adapter.Settings;
import com.pfavanguard.release.adapter.Sight;
import com.pfavanguard.release.adapter.Task;
import com.pfavanguard.release.adapter.WorkingActor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * {@code artifact.build} builds what is missing and notes each artifact's hash, which the day of
 * deployment compares.
 */
public final class ArtifactActor extends WorkingActor {
  private final Artifacts artifacts;
  private final Build build;

  /** Makes all artifacts. */
  @FunctionalInterface
  public interface Build {
    /**
     * @throws IOException with what went wrong
     */
    void run(Task task) throws IOException, InterruptedException;
  }

  public ArtifactActor(Artifacts artifacts, Build build) {
    this.artifacts = artifacts;
    this.build = build;
  }

  @Override
  public String area() {
    return "artifact";
  }

  static Path note(Path folder, String name) {
    return folder.resolve("artifact-" + name + ".sha256");
  }

  @Override
  protected Sight look(Task task, Settings observe, Settings act) throws IOException {
    Path folder = task.release().notes();
    boolean noted =
        artifacts.paths().keySet().stream().allMatch(name -> Files.exists(note(folder, name)));
    if (act.verb().equals("discard")) {
      return noted ? new Sight.NotDone() : facts(false).seen();
    }
    return noted ? facts(true).seen() : new Sight.NotDone();
  }

  @Override
  protected Deed work(Task task, Settings act) throws IOException, InterruptedException {
    Path folder = task.release().notes();
    return switch (act.verb()) {
      case "build" -> {
        if (!artifacts.paths().keySet().stream().allMatch(artifacts::exists)) {
          build.run(task);
        }
        for (String name : artifacts.paths().keySet()) {
          Files.writeString(note(folder, name), artifacts.digest(name) + "\n");
        }
        yield facts(true).done();
      }
      case "discard" -> {
        for (String name : artifacts.paths().keySet()) {
          Files.deleteIfExists(note(folder, name));
        }
        yield facts(false).done();
      }
      default -> unknown(act);
    };
  }

  private static FactTree facts(boolean built) {
    return new FactTree().put("artifact/built", built);
  }
}
