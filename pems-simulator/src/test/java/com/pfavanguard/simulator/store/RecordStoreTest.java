package com.pfavanguard.simulator.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pfavanguard.simulator.portfolio.Catalogue;
import com.pfavanguard.simulator.record.PfaField;
import com.pfavanguard.simulator.record.PfaRecord;
import com.pfavanguard.simulator.record.PortfolioSize;
import com.pfavanguard.simulator.record.RecordKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordStoreTest {
  private static final RecordKey KEY = new RecordKey("RIO", "PFA-0000005");
  private static final PortfolioSize SMALL = new PortfolioSize(100, 1);
  @TempDir Path folder;

  private RecordStore open(PortfolioSize size) throws IOException {
    return RecordStore.open(folder, new Catalogue(), InstantSource.system(), size);
  }

  private static Write describe(RecordStore store, RecordKey key, String description) {
    return store.commit(
        key,
        Write.Action.UPDATE,
        "me",
        before ->
            Optional.of(before.orElseThrow().with(Map.of(PfaField.DESCRIPTION, description))));
  }

  private static @Nullable Object description(RecordStore store) {
    return store.find(KEY).orElseThrow().get(PfaField.DESCRIPTION);
  }

  private static String log(RecordStore store, long after) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    store.copyWrites(after, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void remembersEverythingOverARestart() throws IOException {
    long before;
    String log;
    RecordKey added = new RecordKey("RIO", "NEW 1");
    RecordKey deleted = new RecordKey("HOLNG", "PFA-0000001");
    try (RecordStore store = open(SMALL)) {
      before = store.find(KEY).orElseThrow().recordid();
      describe(store, KEY, "Größe \"42\"");
      Map<PfaField, @Nullable Object> empty = new EnumMap<>(PfaField.class);
      empty.put(PfaField.AREA_SILO, null);
      store.commit(
          KEY, Write.Action.EDIT, "you", old -> Optional.of(old.orElseThrow().with(empty)));
      store.commit(added, Write.Action.ADD, "me", old -> Optional.of(RecordSet.blank(added)));
      store.commit(deleted, Write.Action.DELETE, "me", old -> Optional.empty());
      log = log(store, 0);
    }
    try (RecordStore store = open(SMALL)) {
      PfaRecord record = store.find(KEY).orElseThrow();
      assertThat(record.get(PfaField.DESCRIPTION)).isEqualTo("Größe \"42\"");
      assertThat(record.get(PfaField.AREA_SILO)).isNull();
      assertThat(record.recordid()).isEqualTo(before + 2);
      assertThat(record.lastChangedBy()).isEqualTo("you");
      assertThat(store.find(added)).isPresent();
      assertThat(store.find(deleted)).isEmpty();
      assertThat(log(store, 0)).isEqualTo(log);
      assertThat(describe(store, KEY, "later").sequence()).isEqualTo(5);
    }
  }

  @Test
  void cutsOffATornLastLineAndGoesOn() throws IOException {
    try (RecordStore store = open(SMALL)) {
      describe(store, KEY, "kept");
      describe(store, KEY, "torn");
    }
    Path journal = folder.resolve("pems.journal");
    byte[] whole = Files.readAllBytes(journal);
    for (int lost : new int[] {1, 5, 60}) {
      Files.write(journal, Arrays.copyOf(whole, whole.length - lost));
      try (RecordStore store = open(SMALL)) {
        assertThat(description(store)).isEqualTo("kept");
        assertThat(Files.readString(journal)).endsWith("}\n");
        assertThat(describe(store, KEY, "again").sequence()).isEqualTo(2);
      }
      try (RecordStore store = open(SMALL)) {
        assertThat(description(store)).isEqualTo("again");
      }
    }
  }

  @Test
  void refusesAJournalDamagedBeforeItsEnd() throws IOException {
    try (RecordStore store = open(SMALL)) {
      describe(store, KEY, "one");
      describe(store, KEY, "two");
    }
    Path journal = folder.resolve("pems.journal");
    String text = Files.readString(journal);
    Files.writeString(journal, text.replace("\"one\"", "\"ONE\""));
    assertThatThrownBy(() -> open(SMALL))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("damaged");
  }

  @Test
  void keepsWritesWhenThePortfolioGrows() throws IOException {
    try (RecordStore store = open(SMALL)) {
      describe(store, KEY, "mine");
    }
    try (RecordStore store = open(new PortfolioSize(1_000, 1))) {
      assertThat(description(store)).isEqualTo("mine");
      assertThat(store.of("RIO").count()).isEqualTo(450);
    }
  }

  @Test
  void refusesTheFolderOfAnotherSeed() throws IOException {
    open(SMALL).close();
    assertThatThrownBy(() -> open(new PortfolioSize(100, 2))).hasMessageContaining("seed 1");
  }

  @Test
  void forgetsAtAResetAndRemembersThat() throws IOException {
    try (RecordStore store = open(SMALL)) {
      describe(store, KEY, "mine");
      store.reset(new PortfolioSize(200, 9));
      assertThat(store.writes()).isZero();
    }
    try (RecordStore store = open(SMALL)) {
      assertThat(description(store)).isNotEqualTo("mine");
      assertThat(store.portfolio().size()).isEqualTo(new PortfolioSize(200, 9));
      assertThat(log(store, 0)).isEqualToIgnoringWhitespace("[]");
    }
  }

  @Test
  void servesTheLogAfterAnyPlace() throws IOException {
    try (RecordStore store = open(SMALL)) {
      for (int write = 1; write <= 3_000; write++) {
        describe(store, KEY, "text " + write);
      }
      assertThat(log(store, 2_999)).startsWith("[{\"sequence\":3000,").contains("text 3000");
      assertThat(log(store, 3_000)).isEqualTo("[]");
      assertThat(log(store, 1_000).split("\\{\"sequence\"", -1)).hasSize(2_001);
    }
  }

  @Test
  void leavesAllAsItWasWhenAChangeIsRefused() throws IOException {
    try (RecordStore store = open(SMALL)) {
      long size = Files.size(folder.resolve("pems.journal"));
      assertThatThrownBy(
              () ->
                  store.commit(
                      KEY,
                      Write.Action.UPDATE,
                      "me",
                      before -> {
                        throw new IllegalStateException("no");
                      }))
          .hasMessage("no");
      assertThat(store.writes()).isZero();
      assertThat(folder.resolve("pems.journal")).hasSize(size);
    }
  }

  @Test
  void forgetsAtTheEndWithoutAFolder() throws IOException {
    try (RecordStore store =
        RecordStore.open(null, new Catalogue(), InstantSource.system(), SMALL)) {
      describe(store, KEY, "mine");
      assertThat(log(store, 0)).contains("mine");
    }
    try (RecordStore store =
        RecordStore.open(null, new Catalogue(), InstantSource.system(), SMALL)) {
      assertThat(description(store)).isNotEqualTo("mine");
    }
  }

  @Test
  void refusesAFolderThatIsInUseOrNoFolder() throws IOException {
    try (RecordStore store = open(SMALL)) {
      assertThat(store.writes()).isZero();
      assertThatThrownBy(() -> open(SMALL))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("in use");
    }
    Path file = Files.writeString(folder.resolve("file"), "");
    assertThatThrownBy(() -> RecordStore.open(file, new Catalogue(), InstantSource.system(), SMALL))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("cannot be used");
  }
}
