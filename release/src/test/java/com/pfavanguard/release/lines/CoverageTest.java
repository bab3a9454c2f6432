package com.pfavanguard.release.lines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CoverageTest {
  private static final String PAPER =
      """
      # Moving house

      **When:** `_______`

      ## Before

      - [ ] **Boxes packed**
        ```bash
        # the fragile ones first
        pack --all
        ```
        - How many: `___`
        - Labelled: `Yes / No`

      - [ ] Keys handed over

      | Room | Empty |
      |------|-------|
      | Attic | \u2610 |
      """;
  private static final LineIndex INDEX =
      PaperChecklist.index(PAPER.getBytes(StandardCharsets.UTF_8));
  private static final Map<String, List<LineRange>> WHOLE =
      Map.of(
          "when", LineRange.parse("3"),
          "pack", LineRange.parse("7-13"),
          "keys", LineRange.parse("15"),
          "attic", LineRange.parse("19"));

  @Test
  void boxesBlanksAndCommandsAreFoundUnderTheirItems() {
    assertThat(INDEX.line(10))
        .hasValueSatisfying(
            line -> {
              assertThat(line.kind()).isEqualTo(LineKind.COMMAND);
              assertThat(line.item()).isEqualTo(7);
            });
    assertThat(
            INDEX.lines().values().stream()
                .filter(line -> line.kind().mustBeMapped())
                .map(IndexedLine::number))
        .containsExactly(3, 7, 10, 12, 13, 15, 19);
  }

  @Test
  void aWholeMappingHasNoProblems() {
    assertThat(new Coverage(INDEX).problems(WHOLE)).isEmpty();
  }

  @Test
  void aLineThatLostItsMappingIsNamed() {
    Map<String, List<LineRange>> less = new HashMap<>(WHOLE);
    less.put("pack", LineRange.parse("7-12"));

    assertThat(new Coverage(INDEX).problems(less))
        .containsExactly("line 13 of the document (blank) is mapped by nothing");
  }

  @Test
  void aRangeWiderThanItsItemIsRefused() {
    Map<String, List<LineRange>> wide = new HashMap<>(WHOLE);
    wide.put("pack", LineRange.parse("7-15"));

    assertThat(new Coverage(INDEX).problems(wide))
        .containsExactly("pack: lines 7-15 are more than one item");
  }

  @Test
  void aLineThatTheDocumentDoesNotHaveIsRefused() {
    Map<String, List<LineRange>> beyond = new HashMap<>(WHOLE);
    beyond.put("keys", LineRange.parse("15, 400"));

    assertThat(new Coverage(INDEX).problems(beyond))
        .containsExactly("keys: the document has nothing at line 400");
  }

  @Test
  void whatIsNoListOfLinesIsRefused() {
    assertThatThrownBy(() -> LineRange.parse("12-")).hasMessageContaining("'12-'");
    assertThatThrownBy(() -> LineRange.parse("15-12")).hasMessageContaining("15-12");
    assertThatThrownBy(() -> LineRange.parse("")).hasMessageContaining("''");
  }

  @Test
  void theIndexIsTheSameAfterWritingAndReading() {
    assertThat(LineIndex.read(INDEX.write())).isEqualTo(INDEX);
    assertThat(INDEX.write()).doesNotContain("fragile", "Boxes");
  }
}
