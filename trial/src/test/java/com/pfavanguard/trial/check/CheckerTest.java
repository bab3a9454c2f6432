package com.pfavanguard.trial.check;

import static com.pfavanguard.trial.check.Promise.CONFLICTS_ARE_TRUE;
import static com.pfavanguard.trial.check.Promise.MIRROR_EQUALS_PEMS;
import static com.pfavanguard.trial.check.Promise.NOTHING_DOUBLED;
import static com.pfavanguard.trial.check.Promise.NOTHING_INVENTED;
import static com.pfavanguard.trial.check.Promise.NOTHING_LOST;
import static com.pfavanguard.trial.check.Promise.NOTHING_OVERWRITTEN_UNSEEN;
import static com.pfavanguard.trial.check.Promise.ORDER_KEPT;
import static com.pfavanguard.trial.check.Promise.QUEUE_EMPTY;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each promise is broken by a log made for it, and by nothing that merely looks like it. */
class CheckerTest {
  private static final Map<String, String> A1 = Map.of("model", "a1");
  private static final Map<String, String> A2 = Map.of("model", "a2");
  private static final Map<String, String> B1 = Map.of("model", "b1");

  private final Log log = new Log();

  @Test
  void anEditThatArrivedBreaksNothing() {
    assertThat(log.commit("a", "ann", A1).productWrites(A1).violated()).isEmpty();
  }

  @Test
  void anEditThatIsSyncedButNeverReachedPemsIsLost() {
    assertThat(log.commit("a", "ann", A1).violated()).containsExactly(NOTHING_LOST);
  }

  @Test
  void anEditOfWhichOnlyHalfArrivedIsLost() {
    log.commit("a", "ann", Map.of("model", "a1", "areaSilo", "a2")).productWrites(A1);
    assertThat(log.violated()).containsExactly(NOTHING_LOST);
  }

  @Test
  void anEditThatTheProductDoesNotKnowIsLost() {
    log.commit("a", "ann", A1).stands("a", new Standing.Open("syncing"));
    assertThat(log.violated()).containsExactly(NOTHING_LOST);
  }

  @Test
  void aDeadLetterIsNotLost() {
    log.commit("a", "ann", A1).stands("a", new Standing.DeadLetter(""));
    assertThat(log.violated()).isEmpty();
  }

  @Test
  void whatNobodyDiscardedByNameIsLost() {
    log.commit("a", "ann", A1).stands("a", new Standing.Discarded(""));
    assertThat(log.violated()).containsExactly(NOTHING_LOST);
    log.stands("a", new Standing.Discarded("rita")).giveUp("a", "rita");
    assertThat(log.violated()).isEmpty();
  }

  @Test
  void aFoldedEditIsLostUnlessItsCarrierBringsItsValues() {
    Map<String, String> area = Map.of("areaSilo", "x");
    log.commit("a", "ann", area).stands("a", new Standing.Superseded("b"));
    log.commit("b", "ann", A1).productWrites(A1);
    assertThat(log.violated()).containsExactly(NOTHING_LOST);
    log.productWrites(area);
    assertThat(log.violated()).isEmpty();
  }

  @Test
  void aFoldedValueThatALaterOneReplacesNeedNotArrive() {
    log.commit("a", "ann", A1).stands("a", new Standing.Superseded("b"));
    log.commit("b", "ann", A2).productWrites(A2);
    assertThat(log.violated()).isEmpty();
  }

  @Test
  void anEditWhoseValueAPersonSetMeanwhileHasArrived() {
    assertThat(log.commit("a", "ann", A1).personWrites(A1).violated()).isEmpty();
  }

  @Test
  void aValueWrittenAgainOverSomebodyElsesIsDoubledAndOverwritten() {
    log.commit("a", "ann", A1).productWrites(A1).personWrites(Map.of("model", "jane"));
    log.productWrites(A1);
    assertThat(log.violated())
        .containsExactlyInAnyOrder(NOTHING_DOUBLED, NOTHING_OVERWRITTEN_UNSEEN);
  }

  @Test
  void aWriteThatChangesNothingIsDoubled() {
    log.commit("a", "ann", A1).productWrites(A1).productWrites(Map.of());
    assertThat(log.violated()).containsExactly(NOTHING_DOUBLED);
  }

  @Test
  void aValueThatNobodyCommittedIsInvented() {
    assertThat(log.productWrites(A1).violated()).containsExactly(NOTHING_INVENTED);
  }

  @Test
  void aFieldThatTheAuthorDidNotTouchIsInvented() {
    log.commit("a", "ann", A1).productWrites(Map.of("model", "a1", "areaSilo", "old2"));
    assertThat(log.violated()).containsExactly(NOTHING_INVENTED);
  }

  @Test
  void aPersonsValueThatTheAuthorHadNotSeenIsOverwritten() {
    log.commit("a", "ann", A1).personWrites(Map.of("model", "jane")).productWrites(A1);
    assertThat(log.violated()).containsExactly(NOTHING_OVERWRITTEN_UNSEEN);
  }

  @Test
  void anotherAuthorsValueThatTheAuthorHadNotSeenIsOverwritten() {
    log.commit("b", "bob", B1).productWrites(B1).commitOnOld("a", "ann", A1).productWrites(A1);
    assertThat(log.violated()).containsExactly(NOTHING_OVERWRITTEN_UNSEEN);
  }

  @Test
  void aPersonsValueThatTheAuthorSawMayBeReplaced() {
    log.personWrites(Map.of("model", "jane")).commit("a", "ann", A1).productWrites(A1);
    assertThat(log.violated()).isEmpty();
  }

  @Test
  void onesOwnEarlierValueMayBeReplaced() {
    log.commit("a", "ann", A1).productWrites(A1).commitOnOld("b", "ann", A2).productWrites(A2);
    assertThat(log.violated()).isEmpty();
  }

  @Test
  void aDisjointChangeOfAPersonIsNoOverwriting() {
    log.commit("a", "ann", A1).personWrites(Map.of("areaSilo", "jane")).productWrites(A1);
    assertThat(log.violated()).isEmpty();
  }

  @Test
  void aLaterCommitThatIsWrittenFirstBreaksTheOrder() {
    Map<String, String> area = Map.of("areaSilo", "b1");
    log.commit("a", "ann", A1).commit("b", "bob", area).productWrites(area).productWrites(A1);
    assertThat(log.violated()).containsExactly(ORDER_KEPT);
  }

  @Test
  void commitsAtTheSameTimeHaveNoOrder() {
    Map<String, String> area = Map.of("areaSilo", "b1");
    log.commit("a", "ann", A1).commitMeanwhile("b", "bob", area);
    assertThat(log.productWrites(area).productWrites(A1).violated()).isEmpty();
  }

  @Test
  void aFoldedEditTakesThePlaceOfItsCarrier() {
    Map<String, String> area = Map.of("areaSilo", "b1");
    log.commit("a", "ann", A1).stands("a", new Standing.Superseded("c"));
    log.commit("b", "bob", area).commit("c", "ann", Map.of("manufacturer", "c1"));
    log.productWrites(area).productWrites(Map.of("model", "a1", "manufacturer", "c1"));
    assertThat(log.violated()).isEmpty();
  }

  @Test
  void oneWriteThatBringsTheEditsOfTwoAuthorsBreaksTheOrder() {
    log.commit("a", "ann", A1).commit("b", "bob", Map.of("areaSilo", "b1"));
    log.productWrites(Map.of("model", "a1", "areaSilo", "b1"));
    assertThat(log.violated()).containsExactly(ORDER_KEPT);
  }

  @Test
  void aConflictWithNobodyIsFalse() {
    log.commit("a", "ann", A1).stands("a", new Standing.InConflict());
    assertThat(log.violated()).containsExactly(CONFLICTS_ARE_TRUE);
  }

  @Test
  void aConflictWithAChangeOfAnotherFieldIsFalse() {
    log.commit("a", "ann", A1).personWrites(Map.of("areaSilo", "jane"));
    assertThat(log.stands("a", new Standing.InConflict()).violated())
        .containsExactly(CONFLICTS_ARE_TRUE);
  }

  @Test
  void aConflictWithOneselfIsFalse() {
    log.commit("a", "ann", A1).productWrites(A1).commitOnOld("b", "ann", A2);
    assertThat(log.stands("b", new Standing.InConflict()).violated())
        .containsExactly(CONFLICTS_ARE_TRUE);
  }

  @Test
  void aConflictWithSomebodyElseIsTrue() {
    log.commit("a", "ann", A1).personWrites(Map.of("model", "jane"));
    assertThat(log.stands("a", new Standing.InConflict()).violated()).isEmpty();
  }

  @Test
  void aMirrorWithAnotherValueDiffersFromPems() {
    log.commit("a", "ann", A1).productWrites(A1);
    assertThat(log.mirrorShows(2, Map.of("model", "old", "areaSilo", "old")).violated())
        .containsExactly(MIRROR_EQUALS_PEMS);
  }

  @Test
  void aMirrorAtAnOlderVersionDiffersFromPems() {
    assertThat(
            log.personWrites(Map.of())
                .mirrorShows(1, Map.of("model", "old", "areaSilo", "old"))
                .violated())
        .containsExactly(MIRROR_EQUALS_PEMS);
  }

  @Test
  void aRecordThatIsGoneFromPemsMustGoUnlessAnEditOfItWaitsForAPerson() {
    log.personDeletes().mirrorShows(1, Map.of("model", "old", "areaSilo", "old"));
    assertThat(log.violated()).containsExactly(MIRROR_EQUALS_PEMS);
    log.commit("a", "ann", A1).stands("a", new Standing.DeadLetter(""));
    assertThat(log.violated()).isEmpty();
  }

  @Test
  void whatStillWaitsIsNoEmptyQueue() {
    assertThat(log.waiting(1).violated()).containsExactly(QUEUE_EMPTY);
  }

  @Test
  void amountsAreComparedByValue() {
    assertThat(Texts.canonical("monthlyRate", "12.50"))
        .isEqualTo(Texts.canonical("monthlyRate", "12.5"));
    assertThat(Texts.canonical("model", "12.50")).isEqualTo("12.50");
  }
}
