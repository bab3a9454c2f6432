package com.pfavanguard.release.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.pfavanguard.release.cli.Finish;
import com.pfavanguard.release.evidence.Anchor;
import com.pfavanguard.release.journal.Head;
import com.pfavanguard.release.journal.Signer;
import com.pfavanguard.release.run.RecordedRelease;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerificationTest {
  @TempDir private static Path home;
  private static RecordedRelease release;
  private static Path folder;

  @BeforeAll
  static void runOnce() throws IOException {
    release = RecordedRelease.complete(home);
    folder = release.folder().root();
    Finish.write(release.folder(), release.key());
  }

  @Test
  void evidenceThatNobodyTouchedIsIntact() throws IOException {
    Verification.Result result = verify();
    assertThat(result.problems()).isEmpty();
    assertThat(result.anchors()).isGreaterThanOrEqualTo(4);
  }

  /** First, last and many bytes between of every file there is. */
  @Test
  void oneFlippedByteAnywhereIsNamedByItsFileOrItsEntry() throws IOException {
    for (Path file : files()) {
      byte[] whole = Files.readAllBytes(file);
      int stride = Math.max(1, whole.length / (file.endsWith("journal.jsonl") ? 12 : 3));
      for (int index = 0; index < whole.length; index += stride) {
        byte[] flipped = whole.clone();
        flipped[index] ^= 1;
        Files.write(file, flipped);
        String name = folder.relativize(file).toString();
        String expected = name.equals("journal.jsonl") ? "journal entry" : name;
        assertThat(verify().problems())
            .as("%s, byte %d", name, index)
            .isNotEmpty()
            .allMatch(problem -> problem.contains(expected));
      }
      Files.write(file, whole);
    }
    assertThat(verify().problems()).isEmpty();
  }

  @Test
  void aFileThatIsGoneOrThatNobodyKnowsIsNamed() throws IOException {
    Path answer =
        files().stream()
            .filter(file -> file.toString().contains("answers/"))
            .findFirst()
            .orElseThrow();
    byte[] whole = Files.readAllBytes(answer);
    Files.delete(answer);
    assertThat(verify().problems())
        .anyMatch(problem -> problem.contains(answer.getFileName().toString()));
    Files.write(answer, whole);
    Path stranger = Files.writeString(folder.resolve("notes.txt"), "it was fine");
    assertThat(verify().problems())
        .containsExactly("notes.txt is unknown to the journal, or was changed");
    Files.delete(stranger);
  }

  @Test
  void aJournalThatWasCutShortIsNotIntactThanksToTheAnchors() throws IOException {
    Path journal = release.folder().journal();
    List<String> lines = Files.readAllLines(journal);
    String whole = Files.readString(journal);
    Files.writeString(journal, String.join("\n", lines.subList(0, lines.size() - 3)) + "\n");
    assertThat(verify().problems())
        .singleElement()
        .asString()
        .contains("cut off at entry " + (lines.size() - 2));
    Files.writeString(journal, whole);
  }

  @Test
  void anotherRunnersKeyDoesNotVerifyIt() throws IOException {
    var stranger = Signer.newKeys().getPublic();
    assertThat(new Verification(release.folder(), stranger, release.anchor()).verify().problems())
        .singleElement()
        .asString()
        .contains("journal entry 1 was edited");
  }

  @Test
  void withoutAnAnchorItIsNotCalledIntact() throws IOException {
    var nowhere =
        new Anchor() {
          @Override
          public void keep(String id, Head head) {}

          @Override
          public List<Head> kept(String id) {
            return List.of();
          }

          @Override
          public String address() {
            return "nowhere";
          }
        };
    assertThat(
            new Verification(release.folder(), release.key().publicKey(), nowhere)
                .verify()
                .problems())
        .containsExactly("nothing is anchored at nowhere for this release");
  }

  private static Verification.Result verify() throws IOException {
    return new Verification(release.folder(), release.key().publicKey(), release.anchor()).verify();
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
