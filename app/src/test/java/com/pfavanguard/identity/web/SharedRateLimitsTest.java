package com.pfavanguard.identity.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.pfavanguard.kernel.redis.SharedRedis;
import com.pfavanguard.testing.TestRedis;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two servers and a real Redis. */
class SharedRateLimitsTest {
  /** A busy machine is no reason to go without. */
  private static final Duration PATIENT = Duration.ofSeconds(10);

  private final TestRedis redis = new TestRedis();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final SharedRedis ofOne = new SharedRedis(redis.url(), PATIENT, meters);
  private final SharedRedis ofAnother =
      new SharedRedis(redis.url(), PATIENT, new SimpleMeterRegistry());
  private final RateLimits one = new RateLimits(ofOne);
  private final RateLimits another = new RateLimits(ofAnother);

  @AfterEach
  void stop() {
    ofOne.close();
    ofAnother.close();
    redis.close();
  }

  @Test
  void twoServersShareOneLimit() {
    for (int i = 0; i < 2; i++) {
      assertThat(one.take("user a", 4).isConsumed()).isTrue();
      assertThat(another.take("user a", 4).isConsumed()).isTrue();
    }
    assertThat(one.take("user a", 4).isConsumed()).isFalse();
    assertThat(another.take("user a", 4).getNanosToWaitForRefill()).isPositive();
    assertThat(one.take("user b", 4).isConsumed()).isTrue();
  }

  @Test
  void killedRedisLeavesEachServerItsOwnLimitAndComesBack() {
    assertThat(one.take("user", 2).isConsumed()).isTrue();
    redis.kill();

    assertThat(one.take("user", 2).isConsumed()).isTrue();
    assertThat(one.take("user", 2).isConsumed()).isTrue();
    assertThat(one.take("user", 2).isConsumed()).isFalse();
    assertThat(ofOne.reachable()).isFalse();
    assertThat(meters.counter("pfa.redis.fallbacks", "use", "rate_limits").count()).isEqualTo(3);

    redis.restart();
    await()
        .until(
            () -> {
              one.take("anybody", 100);
              another.take("anybody", 100);
              return ofOne.reachable() && ofAnother.reachable();
            });
    assertThat(one.take("later", 1).isConsumed()).isTrue();
    assertThat(another.take("later", 1).isConsumed()).isFalse();
  }
}
