package com.pfavanguard.release.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ReleaseCommandTest {
  private static final Path SHIPPED = Path.of("..", "ops", "release", "production.yaml");

  @TempDir private Path folder;

  @Test
  void everyCommandHasHelpAndRefusesWhatItDoesNotKnow() {
    for (String command : ReleaseCommand.commandLine().getSubcommands().keySet()) {
      assertThat(run(command, "--help")).as(command).isZero();
      assertThat(run(command, "--no-such-option")).as(command).isEqualTo(2);
    }
  }

  @Test
  void lintNamesTheLineWhoseMappingWasDeleted() throws IOException {
    String whole = Files.readString(SHIPPED);
    Path spoiled = folder.resolve("production.yaml");
    Files.writeString(
        spoiled, whole.replace("id: sync-off.rows, lines: \"153\",", "id: sync-off.rows,"));
    Path lines = SHIPPED.resolveSibling("document-lines.txt");
    DefinitionOption option = new DefinitionOption();
    new CommandLine(option)
        .parseArgs("--definition", spoiled.toString(), "--lines", lines.toString());
    assertThat(option.problems())
        .extracting(problem -> problem.message())
        .containsExactly("line 153 of the document (blank) is mapped by nothing");
    assertThat(run("lint", "--definition", spoiled.toString(), "--lines", lines.toString()))
        .isOne();
    assertThat(run("lint", "--definition", SHIPPED.toString())).isZero();
  }

  @Test
  void aReleaseIsRunReportedAndVerifiedFromTheCommandLine() throws IOException {
    Path keys = folder.resolve("keys");
    Path key = folder.resolve("rhea.key");
    Path definition = Files.writeString(folder.resolve("mini.yaml"), MINI);
    Path lines = Files.writeString(folder.resolve("lines.txt"), "document x\n4 blank 4 y\n");
    Path evidence = folder.resolve("evidence");
    assertThat(
            run(
                "enroll", "--keys", "" + keys, "--name", "Rhea", "--role", "lead", "--key",
                "" + key))
        .isZero();
    List<String> run =
        List.of(
            "run",
            "--keys",
            "" + keys,
            "--as",
            "" + key,
            "--definition",
            "" + definition,
            "--lines",
            "" + lines,
            "--evidence",
            "" + evidence,
            "--plain");
    assertThat(run(run.toArray(String[]::new))).isZero();
    assertThat(run("verify", "" + evidence, "--keys", "" + keys)).isZero();
    assertThat(run("status", "--evidence", "" + evidence)).isZero();
    assertThat(run(run.toArray(String[]::new))).as("a folder is used once").isOne();
    Files.writeString(evidence.resolve("checklist.md"), "all was well");
    assertThat(run("verify", "" + evidence, "--keys", "" + keys)).isOne();
    assertThat(run("report", "" + evidence)).isZero();
    assertThat(run("verify", "" + evidence, "--keys", "" + keys)).isZero();
  }

  @Test
  void aKeyThatOthersMayReadIsRefused() throws IOException {
    Path key = folder.resolve("lea.key");
    Path keys = folder.resolve("keys");
    run("enroll", "--keys", "" + keys, "--name", "Lea", "--role", "lead", "--key", "" + key);
    assertThat(Files.getPosixFilePermissions(key)).hasSize(2);
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(
            run(
                "run",
                "--keys",
                "" + keys,
                "--as",
                "" + key,
                "--definition",
                "" + SHIPPED,
                "--evidence",
                "" + folder.resolve("e")))
        .isOne();
  }

  private static final String MINI =
      """
      checklist:
        title: Mini
        release: v9
        budget: 5 min
        roles: { lead: Lead }
        components: { backend: { health: /health, version: /health } }
        sources: { journal: journal }
      phases:
        - id: deployment
          title: The deployment
          anchor: T
          steps:
            - id: start
              title: It starts
              lines: "4"
              mode: auto
              measures: [{ id: start.at, from: journal, read: phase/deployment/startedAt }]
      rollback: []
      """;

  private static int run(String... arguments) {
    CommandLine command = ReleaseCommand.commandLine();
    PrintWriter nowhere = new PrintWriter(new StringWriter());
    return command.setOut(nowhere).setErr(nowhere).execute(arguments);
  }
}
