package com.pfavanguard.trial.check;

import static com.pfavanguard.trial.check.Promise.BUDGET_KEPT;
import static com.pfavanguard.trial.check.Promise.CONFLICTS_ARE_TRUE;
import static com.pfavanguard.trial.check.Promise.DRIFT_HELD;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the tenants may expect: that a changed field is left alone, and that their rate is kept. */
class TenantsTest {
  private static final Map<String, String> A1 = Map.of("model", "a1");
  private static final Map<String, String> AREA = Map.of("areaSilo", "a2");

  private final Log log = new Log();

  @Test
  void aChangedFieldThatIsWrittenIsNotHeld() {
    log.commit("a", "ann", A1).drifts("model").productWrites(A1);
    assertThat(log.violated()).containsExactly(DRIFT_HELD);
  }

  @Test
  void beforeTheChangeAndInOtherFieldsEverythingGoesOn() {
    log.commit("a", "ann", A1).productWrites(A1).drifts("model");
    assertThat(log.commit("b", "ann", AREA).productWrites(AREA).violated()).isEmpty();
  }

  @Test
  void aPersonAtThePemsScreenMayEditTheChangedField() {
    assertThat(log.drifts("model").personWrites(Map.of("model", "jane")).violated()).isEmpty();
  }

  @Test
  void anEditThatIsRefusedForTheChangeIsNotHeld() {
    log.commit("a", "ann", A1).drifts("model");
    log.stands("a", new Standing.DeadLetter("'PFS_MODEL' is not a valid field of the screen"));
    assertThat(log.violated()).containsExactly(DRIFT_HELD);
    assertThat(log.stands("a", new Standing.DeadLetter("It is locked.")).violated()).isEmpty();
  }

  @Test
  void aConflictWithAChangeThatTheHoldKeptFromTheScreenIsTrue() {
    log.personWrites(Map.of("model", "jane")).commitOnStaleScreen("a", "ann", A1);
    log.stands("a", new Standing.InConflict());
    assertThat(log.violated()).containsExactly(CONFLICTS_ARE_TRUE);
    assertThat(log.drifts("areaSilo").violated()).containsExactly(CONFLICTS_ARE_TRUE);
    assertThat(log.drifts("model").violated()).isEmpty();
  }

  @Test
  void aHoldDoesNotMakeAConflictTrueThatNobodyCaused() {
    log.drifts("model").commit("a", "ann", A1).stands("a", new Standing.InConflict());
    assertThat(log.violated()).containsExactly(CONFLICTS_ARE_TRUE);
  }

  @Test
  void oneRequestInFiveHundredMayBeOverTheRate() {
    assertThat(log.traffic(1_000, 2).violated()).isEmpty();
    assertThat(log.traffic(1_000, 3).violated()).containsExactly(BUDGET_KEPT);
  }
}
