package com.pfavanguard.identity.web;

import com.pfavanguard.kernel.Role;
import com.pfavanguard.kernel.redis.SharedRedis;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.lettuce.core.api.StatefulRedisConnection;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Token buckets by key: shared by all servers where there is Redis, else, and while Redis is away,
 * in this process.
 */
@Component
@Role.Server
class RateLimits {
  private static final String USE = "rate_limits";
  private static final String PREFIX = "vanguard:rate:";
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private record Limited(Bucket bucket, int perMinute) {}

  private final Map<String, Limited> buckets = new ConcurrentHashMap<>();
  private final SharedRedis redis;

  RateLimits(SharedRedis redis) {
    this.redis = redis;
    redis.announce(USE);
  }

  /** Takes one token from the key's bucket. */
  ConsumptionProbe take(String key, int perMinute) {
    return redis.orElse(
        USE, connection -> shared(connection, key, perMinute), () -> own(key, perMinute));
  }

  private static ConsumptionProbe shared(
      StatefulRedisConnection<String, byte[]> connection, String key, int perMinute) {
    BucketConfiguration configuration =
        BucketConfiguration.builder()
            .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, MINUTE))
            .build();
    // A full bucket is the same as none: Redis forgets it then.
    return Bucket4jLettuce.casBasedBuilder(connection)
        .expirationAfterWrite(
            ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(MINUTE))
        .build()
        .builder()
        .build(PREFIX + key, () -> configuration)
        .tryConsumeAndReturnRemaining(1);
  }

  private ConsumptionProbe own(String key, int perMinute) {
    return buckets
        .computeIfAbsent(key, _ -> new Limited(bucket(perMinute), perMinute))
        .bucket()
        .tryConsumeAndReturnRemaining(1);
  }

  /** Whoever has been quiet for a minute takes no memory. */
  @Scheduled(fixedRate = 60_000)
  void forgetTheQuiet() {
    buckets
        .values()
        .removeIf(limited -> limited.bucket().getAvailableTokens() >= limited.perMinute());
  }

  private static Bucket bucket(int perMinute) {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, MINUTE))
        .build();
  }
}
