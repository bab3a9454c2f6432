package com.pfavanguard.release.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.JsonNodeFactory;

class JournalTest {
  private static final KeyPair KEYS = Signer.newKeys();
  private static final int ENTRIES = 4;

  @TempDir private Path folder;
  private Path path;
  private Head head;

  @BeforeEach
  void writeEntries() throws IOException {
    path = folder.resolve("journal.jsonl");
    try (Journal journal = open()) {
      for (int entry = 1; entry <= ENTRIES; entry++) {
        append(journal, "step " + entry);
      }
      head = journal.head();
    }
  }

  @Test
  void aJournalThatNobodyTouchedIsIntact() throws IOException {
    assertThat(check(head)).isInstanceOf(Finding.Intact.class);
  }

  @Test
  void itGoesOnWhereItEnded() throws IOException {
    try (Journal journal = open()) {
      append(journal, "after the crash");
    }
    assertThat(check(head))
        .isInstanceOfSatisfying(
            Finding.Intact.class, intact -> assertThat(intact.entries()).hasSize(ENTRIES + 1));
  }

  /** Every byte, one at a time: also those of spaces, numbers, signatures and ends of lines. */
  @Test
  void oneFlippedByteAnywhereIsNamedByItsEntry() throws IOException {
    byte[] whole = Files.readAllBytes(path);
    for (int index = 0; index < whole.length; index++) {
      byte[] flipped = whole.clone();
      flipped[index] ^= 1;
      Files.write(path, flipped);
      long entry = entryOf(whole, index);
      assertThat(check(head))
          .as("byte %d", index)
          .isInstanceOfSatisfying(
              Finding.Edited.class, edited -> assertThat(edited.number()).isEqualTo(entry));
    }
  }

  @Test
  void aDeletedEntryIsNamed() throws IOException {
    edit(lines -> without(lines, 2));
    assertThat(check(head)).isEqualTo(new Finding.Deleted(3));
  }

  @Test
  void anEntryThatChangedPlacesIsNamed() throws IOException {
    edit(
        lines -> {
          Collections.swap(lines, 2, 3);
          return lines;
        });
    assertThat(check(head)).isEqualTo(new Finding.Reordered(3));
  }

  @Test
  void whatWasCutOffIsNamedThanksToTheAnchor() throws IOException {
    edit(lines -> lines.subList(0, 2));
    assertThat(check(head)).isEqualTo(new Finding.Truncated(3, ENTRIES));
  }

  @Test
  void aJournalMadeAnewWithAnotherKeyIsNotTaken() throws IOException {
    Files.delete(path);
    try (Journal journal = Journal.open(path, new Signer(Signer.newKeys().getPrivate()), clock())) {
      append(journal, "another story");
    }
    assertThat(check(new Head(0, Digest.NONE))).isInstanceOf(Finding.Edited.class);
  }

  @Test
  void aJournalMadeAnewWithTheRightKeyDiffersFromTheAnchor() throws IOException {
    Files.delete(path);
    try (Journal journal = open()) {
      for (int entry = 1; entry <= ENTRIES; entry++) {
        append(journal, "another story " + entry);
      }
    }
    assertThat(check(head)).isInstanceOf(Finding.Edited.class);
  }

  @Test
  void aLineThatWasBeingWrittenWhenTheWriterWasKilledIsDroppedAndSaidSo() throws IOException {
    Files.writeString(path, "{\"at\":\"20", StandardOpenOption.APPEND);
    assertThat(check(head)).isInstanceOf(Finding.Edited.class);

    open().close();

    assertThat(check(head))
        .isInstanceOfSatisfying(
            Finding.Intact.class,
            intact -> assertThat(intact.entries().getLast().kind()).isEqualTo("torn_line_dropped"));
  }

  @Test
  void thereIsOneWriterAtATime() throws IOException {
    try (Journal first = open()) {
      assertThatThrownBy(this::open).isInstanceOf(JournalBusy.class);
      append(first, "still mine");
    }
  }

  private static long entryOf(byte[] content, int index) {
    long entry = 1;
    for (int before = 0; before < index; before++) {
      entry += content[before] == '\n' ? 1 : 0;
    }
    return entry;
  }

  private void edit(UnaryOperator<List<String>> change) throws IOException {
    List<String> lines = change.apply(new ArrayList<>(Files.readAllLines(path)));
    Files.writeString(path, String.join("\n", lines) + "\n");
  }

  private static List<String> without(List<String> lines, int index) {
    lines.remove(index);
    return lines;
  }

  private Finding check(Head anchor) throws IOException {
    return new JournalCheck(KEYS.getPublic(), List.of(anchor)).check(path);
  }

  private Journal open() throws IOException {
    return Journal.open(path, new Signer(KEYS.getPrivate()), clock());
  }

  private static Clock clock() {
    return Clock.fixed(Instant.parse("2026-11-25T04:00:00Z"), ZoneOffset.UTC);
  }

  private static void append(Journal journal, String step) throws IOException {
    journal.append("act", JsonNodeFactory.instance.objectNode().put("step", step).put("z", 1.5));
  }
}
