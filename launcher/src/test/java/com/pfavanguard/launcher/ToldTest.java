package com.pfavanguard.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.pfavanguard.launcher.console.Json;
import com.pfavanguard.traffic.Colour;
import com.pfavanguard.traffic.Health;
import com.pfavanguard.traffic.SwitchOutcome;
import com.pfavanguard.traffic.TrafficStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ToldTest {
  private static final TrafficStatus.Target IDLE = new TrafficStatus.Target(List.of(), 0, 0, true);
  private static final TrafficStatus STATUS =
      new TrafficStatus(Colour.GREEN, Map.of(Colour.BLUE, IDLE, Colour.GREEN, IDLE));

  @Test
  void aVersionThatNobodyTellsIsNoText() {
    Told told = Told.status(STATUS, Optional.empty());

    assertThat(told.line()).isEqualTo("green leads, and nobody answers");
    assertThat(Json.line(told.json())).contains("\"version\":null");
  }

  @Test
  void theVersionThatAnswersIsTold() {
    Told told = Told.status(STATUS, Optional.of(new Health(true, "4.1.0", Colour.GREEN)));

    assertThat(told.line()).isEqualTo("green leads, version 4.1.0");
    assertThat(told.json().path("version").asString()).isEqualTo("4.1.0");
  }

  @Test
  void onlyTheWantedColourInTheLeadIsASuccess() {
    assertThat(Told.outcome(new SwitchOutcome.Switched(Colour.GREEN, "1", "2")).leads()).isTrue();
    assertThat(Told.outcome(new SwitchOutcome.AlreadyThere(Colour.GREEN, "2")).leads()).isTrue();
    assertThat(Told.outcome(new SwitchOutcome.Refused(Colour.BLUE, "sick")).leads()).isFalse();
    Told back = Told.outcome(new SwitchOutcome.TurnedBack(Colour.BLUE, "mute"));
    assertThat(back.leads()).isFalse();
    assertThat(back.json().path("error").asString()).isEqualTo("mute");
  }
}
