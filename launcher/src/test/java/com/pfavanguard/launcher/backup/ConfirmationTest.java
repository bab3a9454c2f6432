package com.pfavanguard.launcher.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pfavanguard.launcher.console.Refusal;
import com.pfavanguard.operations.backup.BackupManifest;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class ConfirmationTest {
  private static final BackupManifest BACKUP =
      new BackupManifest(
          1,
          "local",
          "vanguard",
          "b.dump",
          Instant.EPOCH,
          1,
          1,
          "abcdef0123456789".repeat(4),
          "23",
          Map.of(),
          "15",
          "15");

  private static void given(String database, String sha256) {
    new Confirmation(database, sha256).require("vanguard", BACKUP, question -> "nobody");
  }

  @Test
  void bothWordsMustBeRight() {
    assertThatCode(() -> given("vanguard", "ABCDEF01")).doesNotThrowAnyException();
    for (List<String> wrong :
        List.of(
            List.of("vanguard_old", "abcdef01"),
            List.of("vanguard", "abcdef0"),
            List.of("vanguard", "abcdef02"),
            List.of("vanguard", ""))) {
      assertThatThrownBy(() -> given(wrong.get(0), wrong.get(1)))
          .as(wrong + "")
          .isInstanceOf(Refusal.class)
          .hasMessageStartingWith("not confirmed");
    }
  }

  @Test
  void aPersonIsAskedForWhatWasNotGiven() {
    Queue<String> answers = new ArrayDeque<>(List.of("vanguard", "abcdef01"));
    new Confirmation(null, null).require("vanguard", BACKUP, question -> answers.remove());
    assertThat(answers).isEmpty();
  }
}
