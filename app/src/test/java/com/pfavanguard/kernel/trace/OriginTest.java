package com.pfavanguard.kernel.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginTest {
  private static final Origin ONE = at(1);

  @Test
  void workStaysWithTheFirstAndIsLinkedToTheLater() {
    assertThat(ONE.joinedBy(at(2)).joinedBy(at(3)))
        .isEqualTo(new Origin(ONE.traceparent(), List.of(text(2), text(3))));
  }

  @Test
  void whatNobodyTracedTakesTheTraceOfWhoComesLater() {
    assertThat(Origin.NONE.joinedBy(ONE)).isEqualTo(ONE);
    assertThat(ONE.joinedBy(Origin.NONE)).isEqualTo(ONE);
  }

  @Test
  void theNewestLinksAreKeptAndFitTheirColumn() {
    Origin origin = ONE;
    for (int i = 2; i <= 100; i++) {
      origin = origin.joinedBy(at(i));
    }
    assertThat(origin.links()).hasSize(32).endsWith(text(100));
    assertThat(String.join(" ", origin.links()).length()).isLessThan(4096);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331",
        "00-00000000000000000000000000000000-b7ad6b7169203331-01",
        "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01",
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01\r\nX: y"
      })
  void whatIsNoTraceparentBelongsToNothing(String text) {
    assertThat(Traceparent.parse(text).isValid()).isFalse();
  }

  @Test
  void whereTracesAreOffNothingIsMadeOrRemembered() {
    Traces off = Traces.off();
    assertThat(off.request("GET", text(1))).isSameAs(Step.UNTRACED);
    assertThat(off.resumed("write edit", ONE)).isSameAs(Step.UNTRACED);
    assertThat(off.call("PEMS read")).isSameAs(Step.UNTRACED);
    assertThat(off.current()).isSameAs(Origin.NONE);
  }

  private static Origin at(int number) {
    return new Origin(text(number), List.of());
  }

  private static String text(int number) {
    return "00-%032x-%016x-01".formatted(number, number);
  }
}
