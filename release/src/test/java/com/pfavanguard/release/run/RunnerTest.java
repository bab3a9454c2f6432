package com.pfavanguard.release.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunnerTest {
  @TempDir private Path folder;
  private Rehearsal release;

  @BeforeEach
  void prepare() {
    release = new Rehearsal(folder);
    release.crew.willing();
  }

  @Test
  void aReleaseGoesFromTagToSignatureAndDoesEachThingOnce() {
    assertThat(release.run()).isEqualTo("complete");
    assertThat(release.world.effects)
        .containsExactly(
            "message v2 sent",
            "flag disabled",
            "schema grown",
            "backend new",
            "worker new",
            "flag enabled");
    assertThat(release.anchored).isNotEmpty();
  }
}
