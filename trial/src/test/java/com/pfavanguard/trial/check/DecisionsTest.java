package com.pfavanguard.trial.check;

import static com.pfavanguard.trial.check.Promise.CONFLICTS_ARE_TRUE;
import static com.pfavanguard.trial.check.Promise.NOTHING_DOUBLED;
import static com.pfavanguard.trial.check.Promise.NOTHING_INVENTED;
import static com.pfavanguard.trial.check.Promise.NOTHING_LOST;
import static com.pfavanguard.trial.check.Promise.NOTHING_OVERWRITTEN_UNSEEN;
import static com.pfavanguard.trial.check.Promise.ORDER_KEPT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What people decide opens exactly the door that they opened, and no other. */
class DecisionsTest {
  private static final Map<String, String> A1 = Map.of("model", "a1");
  private static final Map<String, String> B1 = Map.of("areaSilo", "b1");
  private static final Map<String, String> JANE = Map.of("model", "jane");
  private static final Map<String, String> JOE = Map.of("model", "joe");
  private static final Map<String, String> MERGED = Map.of("model", "merged");
  private static final Map<String, String> NOTHING_NEW = Map.of();

  private final Log log = new Log();

  @Test
  void aValueThatTheResolverSawMayBeReplaced() {
    log.commit("a", "ann", A1).personWrites(JANE).resolve("a", NOTHING_NEW).productWrites(A1);
    assertThat(log.violated()).isEmpty();
  }

  @Test
  void aValueThatCameAfterTheResolverLookedIsOverwritten() {
    log.commit("a", "ann", A1).personWrites(JANE).resolve("a", NOTHING_NEW).personWrites(JOE);
    assertThat(log.productWrites(A1).violated()).containsExactly(NOTHING_OVERWRITTEN_UNSEEN);
  }

  @Test
  void aReplayedEditMayReplaceOnlyWhatItsAuthorSaw() {
    log.commit("a", "ann", A1).personWrites(JANE).replay("a", NOTHING_NEW).productWrites(A1);
    assertThat(log.violated()).containsExactly(NOTHING_OVERWRITTEN_UNSEEN);
  }

  @Test
  void anotherAuthorsConflictResolvedDoesNotCoverThisEdit() {
    log.commit("b", "bob", B1).commit("a", "ann", A1).personWrites(JANE);
    log.resolve("b", NOTHING_NEW).productWrites(B1).productWrites(A1);
    assertThat(log.violated()).containsExactly(NOTHING_OVERWRITTEN_UNSEEN);
  }

  @Test
  void whatAPersonMergedMustArriveInsteadOfWhatTheAuthorWanted() {
    log.commit("a", "ann", A1).personWrites(JANE).resolve("a", MERGED);
    assertThat(log.violated()).containsExactly(NOTHING_LOST);
    assertThat(log.productWrites(MERGED).violated()).isEmpty();
  }

  @Test
  void theAuthorsOwnValueIsNotWhatAPersonMerged() {
    log.commit("a", "ann", A1).personWrites(JANE).resolve("a", MERGED).productWrites(A1);
    assertThat(log.violated()).containsExactly(NOTHING_LOST);
  }

  @Test
  void keepingWhatPemsHasNeedsNoWrite() {
    log.commit("a", "ann", Map.of("model", "a1", "areaSilo", "a2")).personWrites(JANE);
    log.resolve("a", JANE).productWrites(Map.of("areaSilo", "a2"));
    assertThat(log.violated()).isEmpty();
  }

  @Test
  void aMergedValueThatNobodyChoseIsInvented() {
    log.commit("a", "ann", A1).personWrites(JANE).resolve("a", NOTHING_NEW).productWrites(A1);
    assertThat(log.productWrites(MERGED).violated()).contains(NOTHING_INVENTED);
  }

  @Test
  void aCorrectedDeadLetterWritesTheCorrection() {
    log.commit("a", "ann", A1).replay("a", MERGED);
    assertThat(log.violated()).containsExactly(NOTHING_LOST);
    assertThat(log.productWrites(MERGED).violated()).isEmpty();
  }

  @Test
  void onlyAPersonWhoSawTheFirstWriteMayHaveItRepeated() {
    log.commit("a", "ann", A1).productWrites(A1).personWrites(JANE).resolve("a", NOTHING_NEW);
    assertThat(log.productWrites(A1).violated()).isEmpty();
    log.personWrites(JOE).productWrites(A1);
    assertThat(log.violated())
        .containsExactlyInAnyOrder(NOTHING_DOUBLED, NOTHING_OVERWRITTEN_UNSEEN);
  }

  @Test
  void aReplayDoesNotExcuseARepetition() {
    log.commit("a", "ann", A1).productWrites(A1).personWrites(JANE).replay("a", NOTHING_NEW);
    assertThat(log.productWrites(A1).violated()).contains(NOTHING_DOUBLED);
  }

  @Test
  void anEditThatAPersonPutBackCountsFromThen() {
    log.commit("a", "ann", A1).commit("b", "bob", B1).productWrites(B1);
    assertThat(log.replay("a", NOTHING_NEW).productWrites(A1).violated()).isEmpty();
  }

  @Test
  void whatWasCommittedAfterTheDecisionComesAfterIt() {
    log.commit("a", "ann", A1).replay("a", NOTHING_NEW).commit("b", "bob", B1);
    assertThat(log.productWrites(B1).productWrites(A1).violated()).containsExactly(ORDER_KEPT);
  }

  @Test
  void aSecondConflictNeedsASecondChange() {
    log.commit("a", "ann", A1).personWrites(JANE).resolve("a", NOTHING_NEW);
    log.stands("a", new Standing.InConflict());
    assertThat(log.violated()).containsExactly(CONFLICTS_ARE_TRUE);
    assertThat(log.personWrites(JOE).violated()).isEmpty();
  }

  @Test
  void whatAPersonMergedIsSomebodyElsesValueToItsAuthor() {
    log.commit("a", "ann", A1).personWrites(JANE).resolve("a", MERGED).productWrites(MERGED);
    log.commitOnOld("b", "ann", Map.of("model", "b2")).stands("b", new Standing.InConflict());
    assertThat(log.violated()).isEmpty();
  }

  @Test
  void whatIsDiscardedInTheNameOfSomebodyWhoDidNotDoItIsLost() {
    log.commit("a", "ann", A1).stands("a", new Standing.Discarded("ann")).giveUp("a", "rita");
    assertThat(log.violated()).containsExactly(NOTHING_LOST);
  }
}
