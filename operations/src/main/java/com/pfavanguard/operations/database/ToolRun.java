package com.pfavanguard.operations.database;

import com.pfavanguard.operations.OperationRefused;
import com.pfavanguard.operations.storage.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One run of a program of PostgreSQL. The password reaches it in a file of mode 0600 that is gone
 * afterwards, never among its arguments or variables.
 */
public final class ToolRun {
  private final Path program;
  private final List<String> arguments;
  private final DatabaseUrl database;

  ToolRun(Path program, List<String> arguments, DatabaseUrl database) {
    this.program = program;
    this.arguments = arguments;
    this.database = database;
  }

  /**
   * Returns when the program has done its work.
   *
   * @param everySecond called while it works
   * @throws OperationRefused with what the program complained of last
   */
  public void await(Runnable everySecond) throws IOException, InterruptedException {
    try (Workspace secrets = Workspace.temporary()) {
      Path complaints = secrets.file("stderr");
      Process process = start(passwordFile(secrets), complaints);
      try {
        while (!process.waitFor(1, TimeUnit.SECONDS)) {
          everySecond.run();
        }
      } finally {
        process.destroy();
        process.waitFor(10, TimeUnit.SECONDS);
        process.destroyForcibly();
      }
      if (process.exitValue() != 0) {
        throw new OperationRefused(
            "%s failed: %s"
                .formatted(program.getFileName(), lastLine(Files.readString(complaints))));
      }
    }
  }

  private Process start(Path passwordFile, Path complaints) throws IOException {
    List<String> command = new ArrayList<>(List.of(program.toString(), "--no-password"));
    command.addAll(arguments);
    command.add("--dbname=" + database.withoutPassword());
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(complaints.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
    builder.environment().put("PGPASSFILE", passwordFile.toString());
    builder.environment().put("PGCONNECT_TIMEOUT", "10");
    builder.environment().put("LC_ALL", "C.UTF-8");
    return builder.start();
  }

  private Path passwordFile(Workspace workspace) throws IOException {
    Path file = workspace.file("pgpass");
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    return Files.writeString(file, "*:*:*:*:" + escaped(database.password()) + "\n");
  }

  private static String escaped(String password) {
    return password.replace("\\", "\\\\").replace(":", "\\:");
  }

  /** The last line that tells a reason; there is often advice after the first. */
  static String lastLine(String said) {
    List<String> errors = said.lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
    return errors.stream()
        .filter(line -> line.contains("error:"))
        .reduce((first, later) -> later)
        .orElse(errors.isEmpty() ? "no reason given" : errors.getLast());
  }
}
