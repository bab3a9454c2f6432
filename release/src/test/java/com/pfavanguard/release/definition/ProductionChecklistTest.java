package com.pfavanguard.release.definition;

import static org.assertj.core.api.Assertions.assertThat;

import com.pfavanguard.release.definition.DefinitionReader.Outcome;
import com.pfavanguard.release.lines.Coverage;
import com.pfavanguard.release.lines.IndexedLine;
import com.pfavanguard.release.lines.LineIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The definition that is shipped, and what becomes of it when somebody spoils it. */
class ProductionChecklistTest {
  private static final Path SHIPPED = Path.of("..", "ops", "release", "production.yaml");
  private static final Path LINES = SHIPPED.resolveSibling("document-lines.txt");

  @TempDir private Path folder;

  @Test
  void theShippedChecklistIsSoundAndMapsEveryLineOfTheDocument() throws IOException {
    assertThat(problems(Files.readString(SHIPPED))).isEmpty();
  }

  /** Each line by itself: take away what maps it, and lint must name it. */
  @Test
  void everyMappedLineThatIsTakenAwayIsNamed() throws IOException {
    String whole = Files.readString(SHIPPED);
    Outcome.Read read = read(whole);
    LineIndex index = LineIndex.read(Files.readString(LINES));
    var mapped = Mapping.of(read.definition());
    for (IndexedLine line : index.lines().values()) {
      if (line.kind().mustBeMapped()) {
        var without = new LinkedHashMap<>(mapped);
        without
            .values()
            .removeIf(
                ranges ->
                    ranges.stream()
                        .anyMatch(r -> r.first() <= line.number() && line.number() <= r.last()));
        assertThat(new Coverage(index).problems(without))
            .anyMatch(problem -> problem.startsWith("line %d of ".formatted(line.number())));
      }
    }
  }

  @Test
  void aNumberWithoutUnitIsRefusedWithFileLineAndField() throws IOException {
    List<Problem> problems = spoiled("require: \"< 70 %\" }", "require: \"< 70\" }");

    assertThat(problems).isNotEmpty();
    assertThat(problems.getFirst().line()).isPositive();
    assertThat(problems.getFirst().field())
        .matches("phases\\[\\d+].steps\\[\\d+].measures\\[\\d+].require");
  }

  @Test
  void timeIsNotHeldAgainstAShare() throws IOException {
    assertThat(spoiled("unit: ms, require: \"< 500 ms\"", "unit: ms, require: \"< 5 %\""))
        .extracting(Problem::message)
        .containsOnly("TIME cannot be held against RATIO");
  }

  @Test
  void anUnknownFieldIsRefused() throws IOException {
    assertThat(spoiled("    title: The last hour", "    titel: The last hour"))
        .anySatisfy(problem -> assertThat(problem.message()).contains("titel"));
  }

  @Test
  void whatLeavesAnEffectMustBeObservable() throws IOException {
    assertThat(spoiled("        observe: { use: cdn.invalidation }\n", ""))
        .extracting(Problem::message)
        .containsExactly("what leaves an effect needs 'observe', or a crash would repeat it");
  }

  @Test
  void anIdIsUsedOnce() throws IOException {
    assertThat(spoiled("      - id: cdn\n", "      - id: smoke\n"))
        .extracting(Problem::message)
        .contains("'smoke' is the id of something else already");
  }

  @Test
  void stepsThatTakeLongerThanTheWholeAreRefused() throws IOException {
    assertThat(spoiled("budget: 60 min\n  artifacts", "budget: 20 min\n  artifacts"))
        .hasSize(1)
        .first()
        .satisfies(problem -> assertThat(problem.field()).isEqualTo("checklist.budget"));
  }

  @Test
  void aConditionalTriggerWithoutAnAnswerOfItsOwnIsRefused() throws IOException {
    assertThat(spoiled("    otherwise: monitor\n", ""))
        .extracting(Problem::message)
        .containsExactly(
            "a conditional trigger, and only such a one, has a deadline and an 'otherwise'");
  }

  @Test
  void whatIsNoYamlIsRefusedWithItsLine() throws IOException {
    Path file = folder.resolve("broken.yaml");
    Files.writeString(file, "checklist:\n  title: [\n");
    assertThat(DefinitionReader.read(file))
        .isInstanceOfSatisfying(
            Outcome.Refused.class,
            refused -> assertThat(refused.problems().getFirst().line()).isPositive());
  }

  private List<Problem> spoiled(String what, String with) throws IOException {
    String whole = Files.readString(SHIPPED);
    assertThat(whole).contains(what);
    return problems(whole.replaceFirst(Pattern.quote(what), with));
  }

  private List<Problem> problems(String text) throws IOException {
    return switch (reading(text)) {
      case Outcome.Refused refused -> refused.problems();
      case Outcome.Read read -> Rules.check(read, LineIndex.read(Files.readString(LINES)));
    };
  }

  private Outcome.Read read(String text) throws IOException {
    return (Outcome.Read) reading(text);
  }

  private Outcome reading(String text) throws IOException {
    Path file = folder.resolve("checklist.yaml");
    Files.writeString(file, text);
    return DefinitionReader.read(file);
  }
}
