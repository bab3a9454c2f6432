package com.pfavanguard.pems.http;

import com.pfavanguard.pems.PemsConnection;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A token bucket per connection, kept by this process alone. */
public final class LocalRequestBudget implements RequestBudget {
  private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

  @Override
  public void acquire(PemsConnection connection) throws InterruptedException {
    buckets.computeIfAbsent(connection.id(), id -> bucket(connection)).asBlocking().consume(1);
  }

  private static Bucket bucket(PemsConnection connection) {
    return Bucket.builder()
        .addLimit(
            limit ->
                limit
                    .capacity(connection.burst())
                    .refillGreedy(connection.requestsPerSecond(), Duration.ofSeconds(1)))
        .withNanosecondPrecision()
        .build();
  }
}
