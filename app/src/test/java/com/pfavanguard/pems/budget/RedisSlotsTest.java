package com.pfavanguard.pems.budget;

import static org.assertj.core.api.Assertions.assertThat;

import com.pfavanguard.kernel.redis.SharedRedis;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import redis.embedded.RedisServer;

class RedisSlotsTest {
  /** Slow enough that no slot comes due while the test books. */
  private static final Pace SLOW = new Pace(Duration.ofHours(1), 4, Duration.ofSeconds(1));

  private static final Duration PATIENT = Duration.ofSeconds(10);
  private static final Duration DATABASE_SAYS = Duration.ofHours(77);
  private static final int PORT = freePort();
  private static final String URL = "redis://127.0.0.1:" + PORT;
  private static final RedisServer REDIS = redis();

  private final SharedRedis redisOfOne = new SharedRedis(URL, PATIENT, new SimpleMeterRegistry());
  private final SharedRedis redisOfAnother =
      new SharedRedis(URL, PATIENT, new SimpleMeterRegistry());
  private final RedisSlots one = new RedisSlots(redisOfOne, RedisSlotsTest::inDatabase);
  private final RedisSlots another = new RedisSlots(redisOfAnother, RedisSlotsTest::inDatabase);

  @BeforeAll
  static void startRedis() throws IOException {
    REDIS.start();
  }

  @AfterAll
  static void stopRedis() throws IOException {
    REDIS.stop();
  }

  @AfterEach
  void close() {
    redisOfOne.close();
    redisOfAnother.close();
  }

  @Test
  void processesBookOneSequenceWhateverTheyAre() {
    assertThat(hours(one.book("sequence", SLOW, 1))).isEqualTo(-4);
    assertThat(hours(another.book("sequence", SLOW, 3))).isEqualTo(-3);
    assertThat(hours(one.book("sequence", SLOW, 2))).isZero();
    assertThat(hours(another.book("sequence", SLOW, 1))).isEqualTo(2);
    assertThat(hours(one.book("of another connection", SLOW, 1))).isEqualTo(-4);
  }

  @Test
  void noSlotIsBookedTwiceByManyAtOnce() throws Exception {
    AtomicLong last = new AtomicLong(Long.MIN_VALUE);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 100; i++) {
        RedisSlots slots = i % 2 == 0 ? one : another;
        threads.execute(() -> last.accumulateAndGet(hours(slots.book("many", SLOW, 1)), Math::max));
      }
    }

    assertThat(last).hasValue(95);
    assertThat(hours(one.book("many", SLOW, 1))).isEqualTo(96);
  }

  @Test
  void whileRedisIsAwaySlotsAreBookedInTheDatabase() {
    SimpleMeterRegistry meters = new SimpleMeterRegistry();
    try (SharedRedis away = new SharedRedis("redis://127.0.0.1:" + freePort(), PATIENT, meters)) {
      RedisSlots slots = new RedisSlots(away, RedisSlotsTest::inDatabase);
      assertThat(slots.book("default", SLOW, 1)).isEqualTo(DATABASE_SAYS);
      assertThat(meters.counter("pfa.redis.fallbacks", "use", "pems_budget").count()).isEqualTo(1);
    }
  }

  private static Duration inDatabase(String connectionId, Pace pace, int wanted) {
    return DATABASE_SAYS;
  }

  /** Rounded, for a moment passes between the bookings. */
  private static long hours(Duration until) {
    return Math.round(until.toSeconds() / 3600.0);
  }

  private static RedisServer redis() {
    try {
      return RedisServer.newRedisServer().port(PORT).setting("bind 127.0.0.1").build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
