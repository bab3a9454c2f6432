package com.pfavanguard.history.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.pfavanguard.history.domain.WayBack.Verdict;
import com.pfavanguard.kernel.FieldError;
import com.pfavanguard.kernel.FieldValues;
import com.pfavanguard.kernel.PfaField;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WaysBackTest {
  private static final FieldValues OLD =
      FieldValues.fromTexts(
          Map.of("model", "OLD", "monthlyRate", "10.0", "contract", "C1", "lastChangedBy", "JDOE"));
  private static final FieldValues NEW =
      FieldValues.fromTexts(
          Map.of("model", "NEW", "monthlyRate", "10.00", "contract", "C2", "lastChangedBy", "X"));

  @Test
  void onlyEditableFieldsThatDifferGoBackAndLockedOnesAreNamed() {
    WayBack way = WaysBack.toVersion(now(NEW), OLD);

    assertThat(way.edit()).isEqualTo(FieldValues.fromTexts(Map.of("model", "OLD")));
    assertThat(way.kept())
        .containsExactly(new WayBack.Kept(PfaField.CONTRACT, WayBack.Reason.locked));
    assertThat(way.verdict()).isEqualTo(Verdict.goes_back);
    assertThat(WaysBack.toVersion(now(OLD), OLD).verdict()).isEqualTo(Verdict.already_there);
  }

  @Test
  void anEditIsUndoneOnlyInTheFieldsThatItChanged() {
    WaysBack.Written written =
        new WaysBack.Written(OLD, NEW, Set.of(PfaField.MODEL, PfaField.MONTHLY_RATE));

    assertThat(WaysBack.before(now(NEW), written, false).edit())
        .isEqualTo(FieldValues.fromTexts(Map.of("model", "OLD")));
    assertThat(WaysBack.before(now(OLD), written, false).verdict())
        .isEqualTo(Verdict.already_there);
  }

  @Test
  void whatOthersMadeOfAFieldSinceIsUndoneOnlyWhenAskedFor() {
    WaysBack.Written written = new WaysBack.Written(OLD, NEW, Set.of(PfaField.MODEL));
    FieldValues since = NEW.overlaidBy(FieldValues.fromTexts(Map.of("model", "LATER")));

    WayBack skipped = WaysBack.before(now(since), written, false);
    assertThat(skipped.verdict()).isEqualTo(Verdict.changed_since);
    assertThat(skipped.edit().isEmpty()).isTrue();
    assertThat(skipped.kept())
        .containsExactly(new WayBack.Kept(PfaField.MODEL, WayBack.Reason.changed_since));
    assertThat(WaysBack.before(now(since), written, true).edit())
        .isEqualTo(FieldValues.fromTexts(Map.of("model", "OLD")));
  }

  @Test
  void anActualEndThatWouldBeShortenedStaysAndTheRestGoesBack() {
    WayBack way =
        WaysBack.toVersion(
            now(FieldValues.fromTexts(Map.of("actualEnd", "2026-05-01", "model", "NEW"))),
            FieldValues.fromTexts(Map.of("actualEnd", "2026-04-01", "model", "OLD")));
    List<FieldError> refused =
        List.of(new FieldError(0, "A", "actualEnd", "actual_shortened", "Never shortened."));

    WayBack judged = way.judged(refused);

    assertThat(judged.errors()).isEmpty();
    assertThat(judged.edit()).isEqualTo(FieldValues.fromTexts(Map.of("model", "OLD")));
    assertThat(judged.kept())
        .containsExactly(new WayBack.Kept(PfaField.ACTUAL_END, WayBack.Reason.actual_shortened));
  }

  private static WaysBack.Now now(FieldValues values) {
    return new WaysBack.Now("A", 3, values);
  }
}
