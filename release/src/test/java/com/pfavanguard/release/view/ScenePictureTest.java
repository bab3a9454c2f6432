package com.pfavanguard.release.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.pfavanguard.release.journal.Entry;
import com.pfavanguard.release.run.RecordedRelease;
import com.pfavanguard.release.story.Story;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenePictureTest {
  @TempDir private Path home;
  private RecordedRelease release;
  private List<Entry> entries;

  @BeforeEach
  void run() throws IOException {
    release = RecordedRelease.complete(home);
    entries = release.entries();
  }

  @Test
  void aStepShowsItsBudgetItsGatesWithNumbersAndTheSlackOfTheWhole() {
    String picture = String.join("\n", pictureAfter("acted", "worker", Duration.ofMinutes(2)));
    assertThat(picture)
        .contains("▶ The new worker works  [####......] 2:00 of 5:00")
        .contains("worker.errors")
        .contains("asked < 1 %")
        .containsPattern("slack -?\\d+:\\d\\d")
        .contains("✓ Before  2/2");
  }

  @Test
  void whatIsWaitedForIsSaidWithTheCommandThatGivesIt() {
    String picture = String.join("\n", pictureAfter("step_begun", "signed", Duration.ZERO));
    assertThat(picture).contains("signature of the Lead (release approve signed/lead)");
  }

  @Test
  void itFitsTheTerminalAndKeepsWhatRuns() {
    List<String> lines =
        ScenePicture.fit(pictureAfter("acted", "worker", Duration.ofSeconds(1)), 8);
    assertThat(lines)
        .hasSizeLessThanOrEqualTo(8)
        .anyMatch(line -> line.contains("▶ The new worker"));
    assertThat(ScenePicture.of(scene(entries.size(), Duration.ZERO), 40))
        .allMatch(line -> line.length() <= 40);
  }

  @Test
  void theTerminalIsDrawnOverAndWordsOfOthersMoveNoCursor() {
    ByteArrayOutputStream drawn = new ByteArrayOutputStream();
    TerminalView view =
        new TerminalView(
            release.definition(),
            new PrintStream(drawn, true, StandardCharsets.UTF_8),
            new TerminalSize());
    view.progress("\u001b[2Jbuilt");
    view.look(Story.of(entries), entries.getLast().at());
    view.look(Story.of(entries), entries.getLast().at());
    String text = drawn.toString(StandardCharsets.UTF_8);
    assertThat(text)
        .contains("[2Jbuilt")
        .doesNotContain("\u001b[2J")
        .containsPattern("\u001b\\[\\d+F");
  }

  private List<String> pictureAfter(String kind, String step, Duration later) {
    int count = 0;
    for (Entry entry : entries) {
      count++;
      if (entry.kind().equals(kind) && entry.body().path("step").asString("").equals(step)) {
        break;
      }
    }
    return ScenePicture.of(scene(count, later), 120);
  }

  private Scene scene(int count, Duration later) {
    List<Entry> told = entries.subList(0, count);
    return Scene.of(release.definition(), Story.of(told), told.getLast().at().plus(later));
  }
}
