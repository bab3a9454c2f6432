package com.pfavanguard.release.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class RealPaceTest {
  private final RealPace pace = new RealPace();

  @Test
  void whatGoesOnMeanwhileMayEndTheWorkAndTheWorkIsInterrupted() {
    CountDownLatch never = new CountDownLatch(1);
    AtomicBoolean interrupted = new AtomicBoolean();
    assertThatThrownBy(() -> pace.during(() -> waits(never, interrupted), RealPaceTest::goBack))
        .isInstanceOf(GoBack.class);
    assertThat(interrupted).isTrue();
  }

  @Test
  void aSourceThatHangsLeavesItsPlaceAndTheOthersAreHeard() {
    CountDownLatch never = new CountDownLatch(1);
    AtomicBoolean interrupted = new AtomicBoolean();
    assertThat(
            pace.together(List.of(() -> "a", () -> waits(never, interrupted), () -> "c"), "late"))
        .containsExactly("a", "late", "c");
  }

  @Test
  void whatTheWorkThrowsIsThrownOn() {
    assertThatThrownBy(
            () ->
                pace.during(
                    () -> {
                      throw new IllegalArgumentException("no");
                    },
                    () -> {}))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static void goBack() {
    throw new GoBack("all", "errors", GoBack.RUNNER);
  }

  private static String waits(CountDownLatch never, AtomicBoolean interrupted) {
    try {
      never.await();
      return "never";
    } catch (InterruptedException e) {
      interrupted.set(true);
      return "interrupted";
    }
  }
}
