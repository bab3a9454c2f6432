package com.pfavanguard.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/**
 * The command as a user starts it, on real processes. The time limits only guard against hanging.
 */
class TrialTest {
  private static final int EDITS = Integer.getInteger("trial.edits", 1_000);

  @Test
  @Timeout(3_600)
  void everyPromiseHoldsUnderFaultsAndKills() throws IOException, InterruptedException {
    TrialProcess trial = TrialProcess.run("--edits", Integer.toString(EDITS), "--json");

    assertThat(trial.exitCode()).as(trial.output()).isZero();
    JsonNode report = trial.json();
    assertThat(report.path("violated")).isEmpty();
    JsonNode figures = report.path("figures");
    assertThat(figures.path("edits").asInt()).isGreaterThanOrEqualTo(EDITS);
    assertThat(figures.path("synced").asInt()).isPositive();
    assertThat(figures.path("discarded").asInt()).isPositive();
    assertThat(figures.path("resolvedToWrite").asInt()).isPositive();
    assertThat(figures.path("heldThenSynced").asInt()).isPositive();
    assertThat(figures.path("editsInPems").asInt()).isPositive();
    assertThat(figures.path("editsInDeadHands").asInt()).isPositive();
    assertThat(figures.path("serversKilled").asInt()).isPositive();
    assertThat(figures.path("databaseKilled").asInt()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "no-lock, nothing-overwritten-unseen",
    "no-lease, nothing-lost",
    "blind-resend, nothing-doubled"
  })
  @Timeout(600)
  void theCheckerNoticesAMutant(String mutant, String promise)
      throws IOException, InterruptedException {
    TrialProcess trial = TrialProcess.run("--mutant", mutant, "--json");

    assertThat(trial.exitCode()).as(trial.output()).isEqualTo(1);
    assertThat(trial.json().path("mutant").asString()).isEqualTo(mutant);
    assertThat(trial.json().path("violated").values().stream().map(JsonNode::asString))
        .as(trial.output())
        .contains(promise);
  }

  @Test
  void anUnknownMutantIsWrongUsage() throws IOException, InterruptedException {
    TrialProcess trial = TrialProcess.run("--mutant", "no-such-thing");

    assertThat(trial.exitCode()).isEqualTo(2);
    assertThat(trial.output()).contains("no-lock", "no-lease", "blind-resend");
  }

  @Test
  void noEditsAreWrongUsage() throws IOException, InterruptedException {
    assertThat(TrialProcess.run("--edits", "0").exitCode()).isEqualTo(2);
  }
}
