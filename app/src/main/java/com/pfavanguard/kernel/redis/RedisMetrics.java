package com.pfavanguard.kernel.redis;

import io.lettuce.core.api.StatefulRedisConnection;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * redis_up, redis_memory_used_bytes and redis_memory_max_bytes, as redis_exporter names them; only
 * where Redis is configured. A maximum of 0 means that Redis has none.
 */
@Component
class RedisMetrics {
  private record Look(double up, double used, double max) {
    static final Look AWAY = new Look(0, Double.NaN, Double.NaN);
  }

  private final SharedRedis redis;
  private volatile Look look = Look.AWAY;

  RedisMetrics(SharedRedis redis, MeterRegistry meters) {
    this.redis = redis;
    if (redis.configured()) {
      Gauge.builder("redis.up", () -> look.up())
          .description("1 while Redis answers")
          .register(meters);
      Gauge.builder("redis.memory.used", () -> look.used()).baseUnit("bytes").register(meters);
      Gauge.builder("redis.memory.max", () -> look.max())
          .description("The limit that Redis is given; 0 for none")
          .baseUnit("bytes")
          .register(meters);
    }
  }

  @Scheduled(fixedDelay = 5_000)
  void refresh() {
    if (redis.configured()) {
      look = redis.orElse("metrics", RedisMetrics::ask, () -> Look.AWAY);
    }
  }

  private static Look ask(StatefulRedisConnection<String, byte[]> connection) {
    Properties memory = new Properties();
    try {
      memory.load(new StringReader(connection.sync().info("memory")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Look(1, number(memory, "used_memory"), number(memory, "maxmemory"));
  }

  private static double number(Properties memory, String name) {
    return Double.parseDouble(memory.getProperty(name, "NaN"));
  }
}
