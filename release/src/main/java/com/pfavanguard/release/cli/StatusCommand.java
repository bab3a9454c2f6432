package com.pfavanguard.release.cli;

import com.pfavanguard.launcher.console.Console;
import com.pfavanguard.release.journal.Json;
import com.pfavanguard.release.view.Scene;
import com.pfavanguard.release.view.SceneJson;
import com.pfavanguard.release.view.ScenePicture;
import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "status",
    description = {
      "Show how a release stands.",
      "Steps, budgets, slack, gates with their numbers, and what it waits for. Reads "
          + "the journal alone; the runner need not be alive."
    })
final class StatusCommand implements Callable<Integer> {
  private static final int WIDTH = 160;

  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private EvidenceOption evidence = new EvidenceOption();

  @Override
  public Integer call() throws IOException {
    Kept kept = Kept.in(evidence.existing());
    Instant now = kept.story().outcome().isEmpty() ? Instant.now() : kept.entries().getLast().at();
    Scene scene = Scene.of(kept.definition(), kept.story(), now);
    Console console = common.console();
    if (!console.json()) {
      ScenePicture.of(scene, WIDTH).forEach(console::say);
    }
    console.result(Json.canonical(SceneJson.of(scene).put("ok", true)));
    return 0;
  }
}
