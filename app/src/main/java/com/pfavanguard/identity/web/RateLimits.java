package com.pfavanguard.identity.web;

import com.pfavanguard.kernel.Role;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Token buckets by key, kept in this process. The seam for a store that servers share: bucket4j's
 * proxies answer the same question.
 */
@Component
@Role.Server
class RateLimits {
  private record Limited(Bucket bucket, int perMinute) {}

  private final Map<String, Limited> buckets = new ConcurrentHashMap<>();

  /** Takes one token from the key's bucket. */
  ConsumptionProbe take(String key, int perMinute) {
    return buckets
        .computeIfAbsent(key, _ -> new Limited(bucket(perMinute), perMinute))
        .bucket()
        .tryConsumeAndReturnRemaining(1);
  }

  /** A full bucket is the same as none, so whoever has been quiet for a minute takes no memory. */
  @Scheduled(fixedRate = 60_000)
  void forgetTheQuiet() {
    buckets
        .values()
        .removeIf(limited -> limited.bucket().getAvailableTokens() >= limited.perMinute());
  }

  private static Bucket bucket(int perMinute) {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
        .build();
  }
}
