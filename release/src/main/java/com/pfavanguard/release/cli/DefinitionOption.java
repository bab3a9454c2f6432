package com.pfavanguard.release.cli;

import com.pfavanguard.launcher.Installation;
import com.pfavanguard.launcher.console.Refusal;
import com.pfavanguard.release.definition.DefinitionReader;
import com.pfavanguard.release.definition.DefinitionReader.Outcome;
import com.pfavanguard.release.definition.Problem;
import com.pfavanguard.release.definition.Rules;
import com.pfavanguard.release.lines.LineIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which checklist. */
public final class DefinitionOption {
  @Option(
      names = "--definition",
      paramLabel = "NAME|FILE",
      defaultValue = "production",
      description = "a checklist in ops/release, or a file (default: ${DEFAULT-VALUE})")
  private String definition = "production";

  @Option(
      names = "--lines",
      paramLabel = "FILE",
      description = "the document's line index (default: document-lines.txt beside the checklist)")
  private @Nullable Path lines;

  Path file() {
    Path named = Path.of(definition);
    Path shipped =
        Installation.detect().root().resolve("ops/release").resolve(definition + ".yaml");
    if (Files.isRegularFile(named)) {
      return named;
    }
    if (Files.isRegularFile(shipped)) {
      return shipped;
    }
    throw new Refusal("there is no checklist '%s', and no file of that name".formatted(definition));
  }

  Path lines() {
    return lines == null ? file().toAbsolutePath().resolveSibling("document-lines.txt") : lines;
  }

  /** Everything that is wrong with it, in the file's order. */
  List<Problem> problems() throws IOException {
    return problems(DefinitionReader.read(file()));
  }

  private List<Problem> problems(Outcome outcome) throws IOException {
    return switch (outcome) {
      case Outcome.Refused refused -> refused.problems();
      case Outcome.Read read -> Rules.check(read, LineIndex.read(Files.readString(lines())));
    };
  }

  /**
   * Read once: what was found sound is what is used.
   *
   * @throws Refusal with every problem when it is not sound
   */
  Outcome.Read sound() throws IOException {
    Outcome outcome = DefinitionReader.read(file());
    List<Problem> problems = problems(outcome);
    if (outcome instanceof Outcome.Read read && problems.isEmpty()) {
      return read;
    }
    List<String> said = problems.stream().map(Problem::toString).toList();
    throw new Refusal("the checklist is not sound:\n  " + String.join("\n  ", said));
  }
}
