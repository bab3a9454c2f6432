package com.pfavanguard.pems.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class LanesTest {
  private final Lanes lanes = new Lanes();

  @Test
  void organizationsTakeTurnsHoweverManyWaitInEach() {
    for (int i = 0; i < 1000; i++) {
      lanes.join(new Waiter("CROWDED"));
    }
    lanes.join(new Waiter("LONELY"));
    lanes.join(new Waiter("OTHER"));
    lanes.join(new Waiter("OTHER"));

    assertThat(next(6))
        .containsExactly("CROWDED", "LONELY", "OTHER", "CROWDED", "OTHER", "CROWDED");
    assertThat(lanes.size()).isEqualTo(997);
  }

  @Test
  void whoeverLeavesIsNotServed() {
    Waiter gone = new Waiter("RIO");
    lanes.join(gone);
    lanes.join(new Waiter("HOLNG"));
    lanes.leave(gone);
    lanes.leave(gone);

    assertThat(lanes.size()).isEqualTo(1);
    assertThat(next(1)).containsExactly("HOLNG");
    assertThat(lanes.next()).isNull();
  }

  private List<String> next(int count) {
    List<String> organizations = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      organizations.add(Objects.requireNonNull(lanes.next()).organization());
    }
    return organizations;
  }
}
