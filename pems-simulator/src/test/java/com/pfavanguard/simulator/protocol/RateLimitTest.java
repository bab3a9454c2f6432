package com.pfavanguard.simulator.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.pfavanguard.simulator.SimulatorClient;
import com.pfavanguard.simulator.SimulatorClient.Answer;
import com.pfavanguard.simulator.SimulatorExtension;
import com.pfavanguard.simulator.fault.TokenBucket;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RateLimitTest {
  @RegisterExtension
  static final SimulatorExtension SIMULATOR = SimulatorExtension.withRecords(100);

  private final SimulatorClient pems = SIMULATOR.client();

  @Test
  void lastsForTheBurstAndRefillsAtTheRate() {
    AtomicLong nanos = new AtomicLong();
    TokenBucket bucket = new TokenBucket(nanos::get);
    List<Long> first = IntStream.range(0, 4).mapToObj(_ -> bucket.take(2, 3)).toList();
    assertThat(first).containsExactly(0L, 0L, 0L, 1L);
    nanos.addAndGet(500_000_000);
    assertThat(bucket.take(2, 3)).isZero();
    assertThat(bucket.take(2, 3)).isEqualTo(1);
    nanos.addAndGet(60_000_000_000L);
    assertThat(IntStream.range(0, 9).filter(_ -> bucket.take(2, 3) == 0).count()).isEqualTo(3);
  }

  @Test
  void answers429WithOrWithoutWhenToRetry() {
    pems.settings("{\"ratePerSecond\":1,\"rateBurst\":1}");
    Answer limited = untilLimited();
    assertThat(limited.raw().headers().firstValue("Retry-After")).hasValue("1");
    assertThat(limited.error()).isNotEmpty();
    pems.settings("{\"retryAfter\":false}");
    assertThat(untilLimited().raw().headers().firstValue("Retry-After")).isEmpty();
    assertThat(pems.control("/stats").path("rejectedByRateLimit").asInt()).isPositive();
  }

  private Answer untilLimited() {
    return IntStream.range(0, 50)
        .mapToObj(_ -> pems.get("/organization"))
        .filter(answer -> answer.status() == 429)
        .findFirst()
        .orElseThrow();
  }
}
